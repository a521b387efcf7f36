/** How the objects of invoices are named in the orders bucket (R-EVT-09, docs/adr/0001). */
import type { OrderId, TenantId } from './identifiers.ts';
import { paymentChangeAt } from './order-life.ts';
import type { RecordedOrder } from './order.ts';

/** What the keys of all invoices of an order begin with. */
export const invoicePrefix = (tenantId: TenantId, id: OrderId): string =>
  `${tenantId}/orders/order_${id}`;

/**
 * The key of the invoice that shows the record as it was at `version`: the plain one as first issued, with its payment due,
 * else with the version of the last change of payment until then. Versions between which the invoice shows nothing else
 * have the same key, and no others do.
 */
export const invoiceKeyAt = (
  { tenantId, id, statusHistory }: Pick<RecordedOrder, 'tenantId' | 'id' | 'statusHistory'>,
  version: number,
): string => {
  const change = paymentChangeAt(statusHistory, version);
  return `${invoicePrefix(tenantId, id)}${change ? `_v${change.version}` : ''}.pdf`;
};
