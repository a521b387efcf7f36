/** When the sweeper may publish an event again, and when it stops (design section 2). */
import type { OrderEvent, OrderEventType } from '@bbws/domain/order-event';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

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

type Dated = Pick<OrderEvent, 'occurredAt'>;

const age = ({ occurredAt }: Dated, now: string): number =>
  Date.parse(now) - Date.parse(occurredAt);

/**
 * UTC time from which the sweeper may look again at an outbox that it claims at `now`: after as long as its oldest event
 * is old, so that the delays double without being counted; one minute at least, one hour at most.
 */
export const nextDue = (outbox: readonly Dated[], now: string): string => {
  const oldest = Math.max(...outbox.map((event) => age(event, now)));
  return new Date(Date.parse(now) + Math.min(Math.max(oldest, minute), hour)).toISOString();
};

/** True for an event that is still in an outbox after a day: publishing it again has not helped, and people must. */
export const isStuck = (event: Dated, now: string): boolean => age(event, now) > day;

/** The earlier of two UTC times; `undefined` is never. */
export const earlier = (one: string | undefined, other: string): string =>
  one !== undefined && one < other ? one : other;
