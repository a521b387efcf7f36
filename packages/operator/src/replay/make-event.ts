/** Facts as an operator repeats them. */
import type { Order, RecordedOrder } from '@bbws/domain/order';
import { OrderEvent, schemaVersion, type OrderEventType } from '@bbws/domain/order-event';
import { completionOf } from '@bbws/domain/order-life';
import * as v from 'valibot';

type EventDeps = { readonly newId: () => string; readonly now: () => Date };

/** The fact that the order is so in that version. Its correlation id, `replay-…`, tells a replay in the logs. */
export const makeEvent = (
  { newId, now }: EventDeps,
  type: OrderEventType,
  { tenantId, id: orderId, version }: Order,
  orderVersion = version,
): OrderEvent => {
  const id = newId();
  return v.parse(OrderEvent, {
    id,
    type,
    schemaVersion,
    occurredAt: now().toISOString(),
    tenantId,
    orderId,
    orderVersion,
    correlationId: `replay-${id}`,
    // For consumers of mail alone.
    ...(type === 'order.status-changed' && { paymentChanged: false }),
  });
};

/**
 * Has the invoice of a record rendered, and nobody written to, even when it reaches the topic and no effect is remembered
 * any more. The team hears of no changes of status, and customers of those alone that changed it: the version that
 * completed the record found it pending and left it so.
 * @throws Error when no entry of the history completed the order
 */
export const makeRenderingEvent = (deps: EventDeps, order: RecordedOrder): OrderEvent => {
  const completion = completionOf(order.statusHistory);
  if (!completion) throw new Error(`The history of order ${order.orderNumber} has no completion.`);
  const event = makeEvent(deps, 'order.status-changed', order, completion.version);
  return v.parse(OrderEvent, { ...event, paymentChanged: true });
};
