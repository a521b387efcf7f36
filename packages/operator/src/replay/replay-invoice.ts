/** Has the invoice of an order rendered that is missing, or lost, or behind its order. */
import { invoiceKeyAt } from '@bbws/domain/invoice-key';
import type { InvoiceNote, RecordedOrder } from '@bbws/domain/order';
import type { OrderEvent } from '@bbws/domain/order-event';
import { latestInvoiceChange } from '@bbws/domain/order-life';
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

export type ReplayInvoiceOptions = ReplayOptions & {
  /** With `again`: also an invoice that lies in the bucket as it was noted. */
  readonly overwrite?: boolean;
};

/**
 * Sends pdf the event that asks for the invoice of the order's present payment. When that is noted already, nothing is
 * done unless `again`: then the note is cleared first, in one write with the event, and the same state is rendered anew
 * under the same key. Its bytes are the same while supplier, logo and code are: so what was issued and lies there is not
 * touched unless `overwrite`. One or two reads, one of the object, one write, one message.
 * @throws Refusal for an order that is not recorded, was erased, or changes meanwhile, and for an invoice that lies there
 */
export const replayInvoice = async (
  deps: ReplayDeps,
  reference: OrderReference,
  { again, overwrite = false, dryRun }: ReplayInvoiceOptions,
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
  // Later versions that the invoice does not show have the same object: nothing would be gained.
  const isBehind = pdf.orderVersion < (latestInvoiceChange(order.statusHistory)?.version ?? 0);
  if (!again && isBehind) return ask(deps, makeEvent(deps, 'order.recorded', order), [], dryRun);
  if (!again) return { steps: [], why: await presentInvoice(deps, order, pdf) };
  if (!overwrite && invoiceKeyAt(order, order.version) === pdf.key)
    await refuseWhereItLies(deps, order, pdf);

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

const refuseWhereItLies = async (
  { invoiceHash }: ReplayDeps,
  { orderNumber }: RecordedOrder,
  { key, sha256 }: InvoiceNote,
): Promise<void> => {
  if ((await invoiceHash(key)) !== sha256) return;
  throw new Refusal(
    `The invoice of ${orderNumber} lies under ${key} as it was issued: rendered again it may look another way. Add --overwrite when that is what you want.`,
  );
};

const presentInvoice = async (
  { invoiceHash }: ReplayDeps,
  { orderNumber }: RecordedOrder,
  { key, renderedAt, sha256 }: InvoiceNote,
): Promise<string> => {
  const begin = `The invoice of ${orderNumber} was rendered at ${renderedAt}`;
  const hash = await invoiceHash(key);
  if (hash === sha256) return `${begin} and lies under ${key}. There is nothing to mend.`;
  const what =
    hash === undefined ? `${key} is not in the bucket` : `${key} has other bytes than were noted`;
  return `${begin}, but ${what}. Use --again to render it once more.`;
};
