/** Handler of the creation queue. */
import { sqsHandler, type SqsDeps } from '@bbws/lambda/sqs';
import { recordOrder, type RecordOrderDeps } from './record-order.ts';

export type Deps = SqsDeps & RecordOrderDeps;

export const makeHandler = (deps: Deps) => sqsHandler(deps, recordOrder(deps));
