/** Waits for an order that was accepted. */
import { withDeadline } from '../deadline.ts';
import type { OrderClient } from '../order-client.ts';
import { backoffMs } from '../retry-policy.ts';
import type { Sleep } from '../sleep.ts';
import type { Order, RecordedOrder } from '../types.ts';
import { OrderWaitError } from '../wait-error.ts';

export type WaitDeps = {
  readonly getOrder: OrderClient['getOrder'];
  readonly sleep: Sleep;
  readonly random: () => number;
};

// Most orders are recorded within seconds; one whose cart is hard to get takes minutes.
const pauses = { baseMs: 500, maxMs: 5000 };

const isRecorded = (order: Order): order is Order & RecordedOrder => {
  const { stage, currency, subtotal, discount, shipping, tax, total } = order;
  return (
    stage === 'recorded' && ![currency, subtotal, discount, shipping, tax, total].includes(null)
  );
};

const rejected = (order: Order) =>
  new OrderWaitError(
    'ORDER_REJECTED',
    `Order ${order.orderNumber} was rejected: ${order.rejection?.message ?? 'no reason is known'}`,
    order,
  );

export const makeWaitUntilRecorded =
  ({ getOrder, sleep, random }: WaitDeps): OrderClient['waitUntilRecorded'] =>
  async (orderId, { timeoutMs = 30_000, signal } = {}) => {
    let last: Order | undefined;
    const late = () =>
      new OrderWaitError(
        'ORDER_WAIT_TIMED_OUT',
        `Order ${orderId} is not recorded after ${timeoutMs} ms; it may still be.`,
        last,
      );
    return withDeadline({ timeoutMs, signal, late }, async (ends) => {
      for (let polls = 0; ; polls += 1) {
        const { order } = await getOrder(orderId, { signal: ends });
        last = order;
        if (isRecorded(order)) return order;
        if (order.stage === 'rejected') throw rejected(order);
        await sleep(backoffMs(pauses, polls, random), ends);
      }
    });
  };
