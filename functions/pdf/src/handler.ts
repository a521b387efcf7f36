/** Handler of the PDF queue. */
import { sqsHandler, type SqsDeps } from '@bbws/lambda/sqs';
import { issueInvoice, type IssueInvoiceDeps } from './issue-invoice.ts';

export type Deps = SqsDeps & IssueInvoiceDeps;

// Rendering keeps the processor busy: side by side, invoices would only delay each other's answers past their time-outs.
export const makeHandler = (deps: Deps) =>
  sqsHandler(deps, issueInvoice(deps), { inParallel: false });
