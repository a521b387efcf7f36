/** Which objects an order's invoices may have (docs/adr/0001): the key follows from the state that an invoice shows. */
import { invoiceKeyOf } from '@bbws/domain/invoice-key';
import type { RecordedOrder } from '@bbws/domain/order';
import { changesInvoice, completionOf, stepsOf } from '@bbws/domain/order-life';

/** The first version whose invoice is not the one as first issued, with its payment due. */
const firstChange = ({ statusHistory }: RecordedOrder): number =>
  stepsOf(statusHistory).find(changesInvoice)?.to.version ?? Infinity;

/** The key of the invoice that shows the order at `version`. */
export const keyAt = (order: RecordedOrder, version: number): string =>
  invoiceKeyOf(order.tenantId, order.id, version < firstChange(order) ? undefined : version);

/**
 * The keys that an invoice of this order may have: one for each version. A version that changed nothing has one of its own
 * when it came while an invoice was about to be rendered; a version without one was superseded before its turn.
 */
export const legalKeys = (order: RecordedOrder): ReadonlySet<string> =>
  new Set(order.statusHistory.map(({ version }) => keyAt(order, version)));

/** The version that an up-to-date invoice shows at least, and since when (UTC). */
export const latestInvoiceChange = ({
  statusHistory,
  dateCreated,
}: RecordedOrder): { readonly version: number; readonly at: string } =>
  stepsOf(statusHistory).findLast(changesInvoice)?.to ??
  completionOf(statusHistory) ?? { version: 1, at: dateCreated };
