/** The function's four routes. Knows them; knows nothing of DynamoDB and S3. */
import { httpHandler, type HttpDeps } from '@bbws/lambda/http';
import { getInvoice, type GetInvoiceDeps } from './get-invoice.ts';
import { getOrder } from './get-order.ts';
import { health, type HealthDeps } from './health.ts';
import { openMailedInvoice, type OpenMailedInvoiceDeps } from './open-mailed-invoice.ts';

export type Deps = HttpDeps & GetInvoiceDeps & OpenMailedInvoiceDeps & HealthDeps;

export const makeHandler = (deps: Deps) =>
  httpHandler(deps, [getOrder(deps), getInvoice(deps), openMailedInvoice(deps), health(deps)]);
