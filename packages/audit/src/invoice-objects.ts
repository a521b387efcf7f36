/** Which objects an order's invoices may have (docs/adr/0001): the key follows from the state that an invoice shows. */
import { invoiceKeyAt } from '@bbws/domain/invoice-key';
import type { RecordedOrder, StatusChange } from '@bbws/domain/order';
import { latestInvoiceChange } from '@bbws/domain/order-life';

/**
 * The keys that an invoice of this order may have: as issued, and one for each change of payment. A change without an
 * object was superseded before its turn.
 */
export const legalKeys = (order: RecordedOrder): ReadonlySet<string> =>
  new Set(order.statusHistory.map(({ version }) => invoiceKeyAt(order, version)));

/** The version that an up-to-date invoice shows at least, and since when (UTC). */
export const invoiceDueSince = ({
  statusHistory,
  dateCreated,
}: RecordedOrder): Pick<StatusChange, 'version' | 'at'> =>
  latestInvoiceChange(statusHistory) ?? { version: 1, at: dateCreated };
