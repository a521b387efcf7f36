/** What record-creator depends on, in memory: each test changes what its fact is about. */
import type { OrderEvent } from '@bbws/domain/order-event';
import { aCart, aLinkKey, anAcceptedOrder, anEvent } from '@bbws/domain/testing/builders';
import type { Completion } from '@bbws/dynamo/complete-order';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import { endlessSleep } from '@bbws/lambda/testing/sqs-event';
import type { Deps } from '../handler.ts';

/** One stored order, a cart for it, and what was done to them. */
export const recordDeps = (changes: Partial<Deps> = {}) => {
  const stored: StoredOrder = { order: anAcceptedOrder(), outbox: [anEvent('order.accepted')] };
  const completions: Completion[] = [];
  const published: OrderEvent[] = [];
  const removed: OrderEvent[] = [];
  const delays: number[] = [];
  const { log, lines } = observedLog();
  const { metrics, counts } = observedMetrics();

  const deps: Deps = {
    log,
    metrics,
    readOrder: async () => stored,
    fetchCart: async () => aCart(),
    completeOrder: async (completion) => void completions.push(completion),
    publish: async (event) => void published.push(event),
    removeFromOutbox: async (event) => void removed.push(event),
    makeOutboxDue: async () => undefined,
    queue: {
      delay: async (_, seconds) => void delays.push(seconds),
      deadLetter: async () => undefined,
    },
    newId: () => '11111111-1111-4111-8111-111111111111',
    newLinkKey: () => aLinkKey(),
    now: () => new Date('2026-11-20T09:31:00.000Z'),
    random: () => 0.5,
    sleep: endlessSleep,
    maxReceiveCount: 5,
    ...changes,
  };
  return { deps, completions, published, removed, delays, lines, counts };
};
