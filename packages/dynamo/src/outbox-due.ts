/** When the sweeper may first publish an event again (design section 2). */
import type { OrderEventType } from '@bbws/domain/order-event';

const minute = 60_000;

/**
 * Whoever proves the receipt of an event removes it from the outbox. A consumer does so after its retries at the
 * latest, so the first look comes after them; a publisher does so at once.
 */
const patience: Readonly<Record<OrderEventType, number>> = {
  'order.accepted': 75 * minute,
  'order.recorded': 75 * minute,
  'order.rejected': 2 * minute,
  'order.status-changed': 2 * minute,
};

/** UTC time from which the sweeper may publish an event of that type, written at `at`, again. */
export const firstDue = (type: OrderEventType, at: string): string =>
  new Date(Date.parse(at) + patience[type]).toISOString();

/** The earlier of two UTC times; `undefined` is never. */
export const earlier = (one: string | undefined, other: string): string =>
  one !== undefined && one < other ? one : other;
