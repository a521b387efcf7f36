/** Publishes an event that is already part of a write. Its failure is no failure of the write: the sweeper repeats it. */
import type { OrderEvent, OrderEventType } from '@bbws/domain/order-event';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Publish } from './publish.ts';

export type PublishOutboxDeps = {
  readonly publish: Publish;
  readonly removeFromOutbox: (event: OrderEvent) => Promise<void>;
  readonly makeOutboxDue: (event: OrderEvent, at: string) => Promise<void>;
  readonly metrics: Metrics;
  readonly now: () => Date;
};

/** Events that leave the outbox when they are published; the others stay until a consumer proves their receipt. */
const leavesWhenPublished = new Set<OrderEventType>(['order.rejected', 'order.status-changed']);

/** Publishes the event and keeps its outbox true. Never throws: what fails here, the sweeper mends. */
export const publishOutbox = async (
  { publish, removeFromOutbox, makeOutboxDue, metrics, now }: PublishOutboxDeps,
  event: OrderEvent,
  log: Log,
): Promise<void> => {
  try {
    await publish(event);
  } catch (error) {
    metrics.count('PublishFailures');
    log.error('An event could not be published; it stays in the outbox', error, {
      eventType: event.type,
      eventId: event.id,
    });
    await attempt(log, () => makeOutboxDue(event, now().toISOString()));
    return;
  }
  if (leavesWhenPublished.has(event.type)) await attempt(log, () => removeFromOutbox(event));
};

const attempt = async (log: Log, write: () => Promise<void>): Promise<void> => {
  try {
    await write();
  } catch (error) {
    log.warn('The outbox could not be updated; the sweeper will publish again', {
      reason: error instanceof Error ? error.name : 'unknown',
    });
  }
};
