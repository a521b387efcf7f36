/** order.recorded and order.status-changed: renders the invoice, stores it, notes it on the order (R-EVT-09). */
import { createHash } from 'node:crypto';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { RecordedOrder } from '@bbws/domain/order';
import type { OrderEvent } from '@bbws/domain/order-event';
import type { Noting } from '@bbws/dynamo/note-invoice';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { Metrics } from '@bbws/lambda/metrics';
import type { Delivery } from '@bbws/lambda/sqs';
import { invoiceKey } from './invoice-key.ts';
import type { Invoice } from './put-invoice.ts';

export type IssueInvoiceDeps = {
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
  readonly renderInvoice: (order: RecordedOrder) => Promise<Uint8Array>;
  readonly putInvoice: (invoice: Invoice) => Promise<void>;
  readonly noteInvoice: (noting: Noting) => Promise<boolean>;
  readonly removeFromOutbox: (event: OrderEvent) => Promise<void>;
  readonly metrics: Metrics;
  readonly newId: () => string;
  readonly now: () => Date;
};

/** How often the order may change under our hands before the message is put off. */
const rounds = 4;

/** Returns when an invoice of this event's version, or a newer one, is stored and noted; throws to retry. */
export const issueInvoice =
  (deps: IssueInvoiceDeps) =>
  async ({ event, log }: Delivery): Promise<void> => {
    if (event.type === 'order.status-changed' && !event.paymentChanged) {
      log.info('The invoice shows nothing else than before');
      return;
    }
    for (let round = 1; round <= rounds; round += 1) {
      const seen = await deps.readOrder(event.tenantId, event.orderId);
      if (seen?.order.stage !== 'recorded')
        throw new Error('The order of this message is not recorded');
      const { order } = seen;
      if (order.pdf && order.pdf.orderVersion >= event.orderVersion) {
        deps.metrics.count('Duplicates');
        log.warn('The invoice was rendered before', { orderNumber: order.orderNumber });
        if (seen.outbox.some(({ id }) => id === event.id)) await deps.removeFromOutbox(event);
        return;
      }
      if (order.erasedAt !== undefined) {
        log.warn('The order was erased: it gets no more invoices', {
          orderNumber: order.orderNumber,
        });
        if (seen.outbox.some(({ id }) => id === event.id)) await deps.removeFromOutbox(event);
        return;
      }
      if (await renderAndNote(deps, seen, order, event)) {
        log.info('Invoice rendered', { orderNumber: order.orderNumber, lines: order.items.length });
        return;
      }
    }
    throw new Error('The order kept changing while its invoice was rendered');
  };

/** False when the order changed in the meantime: then everything starts again from the read. */
const renderAndNote = async (
  { renderInvoice, putInvoice, noteInvoice, metrics, newId, now }: IssueInvoiceDeps,
  seen: StoredOrder,
  order: RecordedOrder,
  event: OrderEvent,
): Promise<boolean> => {
  const started = now().getTime();
  const bytes = await renderInvoice(order);
  metrics.duration('RenderLatency', now().getTime() - started);

  const key = invoiceKey(order);
  await putInvoice({ key, bytes, fileName: order.orderNumber });
  const noted = await noteInvoice({
    seen,
    note: {
      key,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      renderedAt: now().toISOString(),
      orderVersion: order.version,
      writeId: newId(),
    },
    receivedEventId: event.id,
  });
  if (noted) metrics.count('InvoicesRendered');
  return noted;
};
