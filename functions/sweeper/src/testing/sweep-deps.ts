/** What the sweeper depends on, in memory: each test changes what its fact is about. */
import { randomUUID } from 'node:crypto';
import type { OrderEvent } from '@bbws/domain/order-event';
import { anAcceptedOrder, anEvent } from '@bbws/domain/testing/builders';
import { outboxKey } from '@bbws/dynamo/keys';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { InvocationContext } from '@bbws/lambda/deadline';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import type { Deps } from '../handler.ts';

/** Now, for the sweeper. */
export const now = Date.parse('2026-11-20T12:00:00.000Z');
export const minutes = (count: number): number => count * 60_000;
const at = (time: number): string => new Date(time).toISOString();

type DueOptions = {
  readonly type?: OrderEvent['type'];
  /** Age of the event, in milliseconds. */
  readonly age?: number;
  /** For how long it has been due, in milliseconds. */
  readonly dueFor?: number;
  /** Number of its partition of the index; any one unless given. */
  readonly shard?: number;
};

/** An order with one event in its outbox, due since a moment ago unless told otherwise. */
export const dueOrder = ({
  type = 'order.accepted',
  age = minutes(75),
  dueFor = 0,
  shard,
}: DueOptions = {}): StoredOrder => {
  const id = randomUUID();
  const order = anAcceptedOrder({ id: shard === undefined ? id : `0000000${shard}${id.slice(8)}` });
  const event = anEvent(type, { id: randomUUID(), orderId: order.id, occurredAt: at(now - age) });
  return { order, outbox: [event], outboxDueAt: at(now - dueFor) };
};

/** Those orders, and what was published of them. The index lists two at a time. */
export const sweepDeps = (stored: readonly StoredOrder[], changes: Partial<Deps> = {}) => {
  const orders = new Map(stored.map((each) => [each.order.id, each]));
  const published: OrderEvent[] = [];
  const { log, lines } = observedLog();
  const { metrics, counts } = observedMetrics();
  const change = (id: StoredOrder['order']['id'], changed: Partial<StoredOrder>) => {
    const before = orders.get(id);
    if (before) orders.set(id, { ...before, ...changed });
  };

  const deps: Deps = {
    log,
    metrics,
    now: () => new Date(now),
    newId: randomUUID,
    isWriter: async () => true,
    listDueOutboxes: async ({ after, ...query }) => {
      const keyOf = ({ order, outboxDueAt = '9999' }: StoredOrder) =>
        outboxKey(order.id, outboxDueAt);
      const place = String(after?.['GSI4_SK'] ?? '');
      const due = [...orders.values()]
        .filter((each) => keyOf(each).GSI4_PK === query.partition)
        .filter((each) => (each.outboxDueAt ?? '9999') <= query.dueBy)
        .toSorted((one, other) => (keyOf(one).GSI4_SK < keyOf(other).GSI4_SK ? -1 : 1))
        .filter((each) => keyOf(each).GSI4_SK > place);
      const page = due.slice(0, 2);
      const last = page.at(-1);
      return {
        orders: page.map(({ order }) => order),
        unreadable: [],
        ...(last && due.length > 2 && { next: { ...query, after: keyOf(last) } }),
      };
    },
    readOrder: async (_, id) => orders.get(id),
    claimOutbox: async ({ seen, dueAt }) => {
      if (orders.get(seen.order.id)?.outboxDueAt !== seen.outboxDueAt) return undefined;
      change(seen.order.id, { outboxDueAt: dueAt });
      return orders.get(seen.order.id);
    },
    publish: async (event) => void published.push(event),
    removeFromOutbox: async (event) =>
      change(event.orderId, {
        outbox: orders.get(event.orderId)?.outbox.filter(({ id }) => id !== event.id) ?? [],
      }),
    makeOutboxDue: async (event, outboxDueAt) => change(event.orderId, { outboxDueAt }),
    ...changes,
  };
  return { deps, orders, published, lines, counts };
};

/** An invocation that has so many milliseconds left, whenever it is asked. */
export const contextWith = (remaining: number | (() => number)): InvocationContext => ({
  getRemainingTimeInMillis: () => (typeof remaining === 'number' ? remaining : remaining()),
});
