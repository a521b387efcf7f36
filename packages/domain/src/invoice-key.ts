/** How the objects of invoices are named in the orders bucket (R-EVT-09, docs/adr/0001). */
import type { OrderId, TenantId } from './identifiers.ts';

/** What the keys of all invoices of an order begin with. */
export const invoicePrefix = (tenantId: TenantId, id: OrderId): string =>
  `${tenantId}/orders/order_${id}`;

/** The key of an invoice: the plain one as first issued (`changedAt` undefined), else with the version that it shows. */
export const invoiceKeyOf = (tenantId: TenantId, id: OrderId, changedAt?: number): string =>
  `${invoicePrefix(tenantId, id)}${changedAt === undefined ? '' : `_v${changedAt}`}.pdf`;
