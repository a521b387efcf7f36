/** Handler of the PDF queue. */
import { sqsHandler, type SqsDeps } from '@bbws/lambda/sqs';
import { issueInvoice, type IssueInvoiceDeps } from './issue-invoice.ts';

export type Deps = SqsDeps & IssueInvoiceDeps;

export const makeHandler = (deps: Deps) => sqsHandler(deps, issueInvoice(deps));
