/** Where an invoice lies in the orders bucket (R-EVT-09). */
import { invoiceKeyOf } from '@bbws/domain/invoice-key';
import type { RecordedOrder } from '@bbws/domain/order';
import { isAsIssued } from './invoice/is-as-issued.ts';

/**
 * The object key of the invoice for this state of the order. It follows from the state alone: rendering the same state
 * again overwrites it with the same bytes, and no other state has the same key. The invoice as first issued, with its
 * payment due, has the plain key.
 */
export const invoiceKey = (order: RecordedOrder): string =>
  invoiceKeyOf(order.tenantId, order.id, isAsIssued(order) ? undefined : order.version);
