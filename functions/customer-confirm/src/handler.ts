/** Handler of the customer-confirm queue. */
import { sqsHandler, type SqsDeps } from '@bbws/lambda/sqs';
import { confirmToCustomer, type ConfirmDeps } from './confirm-to-customer.ts';

export type Deps = SqsDeps & ConfirmDeps;

export const makeHandler = (deps: Deps) => sqsHandler(deps, confirmToCustomer(deps));
