/** Where an invoice lies in the orders bucket (R-EVT-09). */
import { invoiceKeyAt } from '@bbws/domain/invoice-key';
import type { RecordedOrder } from '@bbws/domain/order';

/**
 * The object key of the invoice for this state of the order. It follows from the history alone: rendering again what shows
 * nothing else overwrites it with the same bytes, as long as supplier, logo and code are the same.
 */
export const invoiceKey = (order: RecordedOrder): string => invoiceKeyAt(order, order.version);
