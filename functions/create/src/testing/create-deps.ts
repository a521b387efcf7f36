/** What create depends on, in memory: each test changes what its fact is about. */
import type { AcceptedOrder } from '@bbws/domain/order';
import type { OrderEvent } from '@bbws/domain/order-event';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import type { Deps } from '../handler.ts';

/** Orders in memory, and what was published. */
export const createDeps = (changes: Partial<Deps> = {}) => {
  const orders = new Map<string, StoredOrder>();
  const published: OrderEvent[] = [];
  const due: string[] = [];
  const { log, lines } = observedLog();
  const { metrics, counts } = observedMetrics();
  let sequence = 0;
  let ids = 0;
  const keyOf = ({ tenantId, id }: Pick<AcceptedOrder, 'tenantId' | 'id'>) => `${tenantId} ${id}`;

  const deps: Deps = {
    log,
    metrics,
    allowedOrigins: [],
    timeZone: 'Africa/Johannesburg',
    numberRegion: '',
    readOrder: async (tenantId, id) => orders.get(keyOf({ tenantId, id })),
    acceptOrder: async ({ order, event, requestHash }) => {
      const taken = orders.get(keyOf(order));
      if (taken) return taken;
      orders.set(keyOf(order), { order, outbox: [event], ...(requestHash && { requestHash }) });
      return undefined;
    },
    nextSequence: async () => (sequence += 1),
    isWriter: async () => true,
    publish: async (event) => void published.push(event),
    removeFromOutbox: async () => undefined,
    makeOutboxDue: async (_, at) => void due.push(at),
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    now: () => new Date('2026-11-20T09:30:00.000Z'),
    ...changes,
  };
  return { deps, orders, published, due, lines, counts };
};
