/** Has the invoice of an order rendered that is missing, or lost, or behind its order. */
import type { RecordedOrder } from '@bbws/domain/order';
import type { OrderEvent } from '@bbws/domain/order-event';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { Refusal } from '../refusal.ts';
import { makeEvent, makeRenderingEvent } from './make-event.ts';
import {
  presentOrder,
  type OrderReference,
  type Replayed,
  type ReplayDeps,
  type ReplayOptions,
} from './replay-deps.ts';

/**
 * Sends pdf the event that asks for the invoice of the order's present version. When that is noted already, nothing is
 * done unless `again`: then the note is cleared first, in one write with the event, and the same state is rendered anew,
 * under the same key and with the same bytes. One or two reads, one write, one message.
 * @throws Refusal for an order that is not recorded, was erased, or changes meanwhile
 */
export const replayInvoice = async (
  deps: ReplayDeps,
  reference: OrderReference,
  { again, dryRun }: ReplayOptions,
): Promise<Replayed> => {
  const stored = await presentOrder(deps, reference);
  const { order } = stored;
  if (order.stage !== 'recorded')
    throw new Refusal(
      `Order ${order.orderNumber} is ${order.stage}: only a record has an invoice.`,
    );
  if (order.erasedAt !== undefined)
    throw new Refusal(
      `Order ${order.orderNumber} was erased at ${order.erasedAt}: an invoice made now would name nobody.`,
    );
  const { pdf } = order;
  if (!pdf)
    return ask(deps, waiting(stored) ?? makeEvent(deps, 'order.recorded', order), [], dryRun);
  if (!again && pdf.orderVersion < order.version)
    return ask(deps, makeEvent(deps, 'order.recorded', order), [], dryRun);
  if (!again) return { steps: [], why: await presentInvoice(deps, order, pdf) };

  // Unlike the others it waits in the outbox, from where it may reach everybody.
  const event = makeRenderingEvent(deps, order);
  const clearing = `cleared: the note of ${pdf.key}, rendered at ${pdf.renderedAt}`;
  if (!dryRun && !(await deps.clearInvoiceNote({ order, outboxDueAt: stored.outboxDueAt, event })))
    throw new Refusal('Somebody else rendered the invoice meanwhile. Look at it before you go on.');
  return ask(deps, event, [clearing], dryRun);
};

/** The event in the outbox that the invoice's note will take out of it. */
const waiting = ({ outbox }: StoredOrder): OrderEvent | undefined =>
  outbox.find(({ type }) => type === 'order.recorded');

const ask = async (
  deps: ReplayDeps,
  event: OrderEvent,
  before: readonly string[],
  dryRun: boolean,
): Promise<Replayed> => {
  if (!dryRun) await deps.send('pdf', event);
  return { steps: [...before, `sent: ${event.type} of version ${event.orderVersion} to pdf`] };
};

const presentInvoice = async (
  { invoiceExists }: ReplayDeps,
  { orderNumber }: RecordedOrder,
  { key, renderedAt }: NonNullable<RecordedOrder['pdf']>,
): Promise<string> =>
  (await invoiceExists(key))
    ? `The invoice of ${orderNumber} was rendered at ${renderedAt} and lies under ${key}. Use --again to render it once more.`
    : `The invoice of ${orderNumber} was rendered at ${renderedAt}, but ${key} is not in the bucket. Use --again to render it once more.`;
