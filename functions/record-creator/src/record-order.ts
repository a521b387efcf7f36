/** order.accepted: completes the order from its cart, to recorded or rejected (R-EVT-07). */
import { checkCart, type Cart } from '@bbws/domain/cart';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { LinkKey } from '@bbws/domain/link-key';
import type { AcceptedOrder, Order } from '@bbws/domain/order';
import { schemaVersion, type OrderEvent } from '@bbws/domain/order-event';
import { rejectionFor } from '@bbws/domain/rejection';
import type { Completion } from '@bbws/dynamo/complete-order';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { Log } from '@bbws/lambda/log';
import { publishOutbox, type PublishOutboxDeps } from '@bbws/lambda/publish-outbox';
import type { Delivery } from '@bbws/lambda/sqs';

export type RecordOrderDeps = PublishOutboxDeps & {
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
  readonly fetchCart: (tenantId: TenantId, cartId: string) => Promise<Cart | undefined>;
  readonly completeOrder: (completion: Completion) => Promise<StoredOrder | undefined>;
  readonly newId: () => string;
  /** A fresh secret for the links to the invoice. */
  readonly newLinkKey: () => LinkKey;
};

/** A cart may be visible a little later than the order that names it: it counts as unknown from this receive on. */
const unknownFromReceive = 3;

/** How often the order may change under our hands before the message is put off. */
const rounds = 4;

/** Records or rejects the order and announces it. Returns when that is done, whoever did it; throws to retry. */
export const recordOrder =
  (deps: RecordOrderDeps) =>
  async (delivery: Delivery): Promise<void> => {
    const { event, log } = delivery;
    const stored = await deps.readOrder(event.tenantId, event.orderId);
    if (!stored) throw new Error('The order of this message is not in the table');
    if (stored.order.stage !== 'accepted') return announceAgain(deps, stored, log);

    const outcome = await outcomeOf(deps, stored.order, delivery.receiveCount);
    let seen = stored;
    for (let round = 1; round <= rounds; round += 1) {
      if (seen.order.stage !== 'accepted') return announceAgain(deps, seen, log);
      const completion = completionOf(deps, { ...seen, order: seen.order }, outcome, event);
      const other = await complete(deps, completion);
      if (!other) return announce(deps, completion, log);
      if (rejectedSince(other.order, stored.order))
        throw new Error('The order was reopened since its cart was looked at');
      // Hidden or shown since it was read: what follows from the cart stays, the write starts again from the order as it is.
      seen = other;
    }
    throw new Error('The order kept changing while it was completed');
  };

/** True for an order that lives again: what was seen of its cart before the reopening says nothing about it. */
const rejectedSince = (present: Order, { version: seen }: AcceptedOrder): boolean =>
  present.stage === 'accepted' &&
  present.statusHistory.some(({ status, version }) => status === 'failed' && version > seen);

const complete = async (
  { completeOrder, metrics, now }: RecordOrderDeps,
  completion: Completion,
): Promise<StoredOrder | undefined> => {
  const started = now().getTime();
  const other = await completeOrder(completion);
  metrics.duration('WriteLatency', now().getTime() - started);
  return other;
};

const announce = async (
  deps: RecordOrderDeps,
  { order, outcome, event }: Completion,
  log: Log,
): Promise<void> => {
  deps.metrics.count(outcome.stage === 'recorded' ? 'OrdersRecorded' : 'OrdersRejected');
  log.info(`Order ${outcome.stage}`, {
    orderNumber: order.orderNumber,
    ...(outcome.stage === 'rejected' && { reason: outcome.rejection.code }),
  });
  await publishOutbox(deps, event, log);
};

/** A duplicate is a success; what is still in the outbox is published again. */
const announceAgain = async (
  deps: RecordOrderDeps,
  stored: StoredOrder,
  log: Log,
): Promise<void> => {
  deps.metrics.count('Duplicates');
  log.warn('Order was completed before', { orderNumber: stored.order.orderNumber });
  for (const event of stored.outbox) await publishOutbox(deps, event, log);
};

const outcomeOf = async (
  deps: RecordOrderDeps,
  { tenantId, cartId }: AcceptedOrder,
  receiveCount: number,
): Promise<Completion['outcome']> => {
  const cart = await deps.fetchCart(tenantId, cartId);
  if (!cart) {
    if (receiveCount < unknownFromReceive)
      throw new Error('The cart of this order is not known yet');
    return { stage: 'rejected', rejection: rejectionFor('CART_NOT_FOUND') };
  }
  const checked = checkCart(cart, { tenantId, cartId });
  return checked.ok
    ? { stage: 'recorded', amounts: checked.amounts, linkKey: deps.newLinkKey() }
    : { stage: 'rejected', rejection: rejectionFor(checked.rejection) };
};

const completionOf = (
  { newId, now }: RecordOrderDeps,
  { order, outbox }: StoredOrder & { readonly order: AcceptedOrder },
  outcome: Completion['outcome'],
  received: OrderEvent,
): Completion => {
  // A reopened order has another announcement than the message of its first life, which may come late.
  const announcement = outbox.find(({ type }) => type === 'order.accepted') ?? received;
  const at = now().toISOString();
  // The event is part of the write: one id serves both.
  const writeId = newId();
  const version = order.version + 1;
  const recorded = outcome.stage === 'recorded';
  return {
    order,
    outcome,
    receivedEventId: announcement.id,
    change: {
      status: recorded ? 'pending' : 'failed',
      at,
      by: 'system:record-creator',
      version,
      writeId,
    },
    event: {
      id: writeId,
      type: recorded ? 'order.recorded' : 'order.rejected',
      schemaVersion,
      occurredAt: at,
      tenantId: order.tenantId,
      orderId: order.id,
      orderVersion: version,
      correlationId: received.correlationId,
    },
  };
};
