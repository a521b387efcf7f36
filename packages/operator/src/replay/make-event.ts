/** Facts as an operator repeats them. */
import type { Order } from '@bbws/domain/order';
import { OrderEvent, schemaVersion, type OrderEventType } from '@bbws/domain/order-event';
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
    // For consumers of mail alone: the invoice is replayed by order.recorded.
    ...(type === 'order.status-changed' && { paymentChanged: false }),
  });
};
