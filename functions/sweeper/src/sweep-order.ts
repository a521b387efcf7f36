/** One order whose outbox is due: claims it and publishes again what is in it. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { OrderEvent } from '@bbws/domain/order-event';
import type { OutboxClaim } from '@bbws/dynamo/claim-outbox';
import { isStuck, nextDue } from '@bbws/dynamo/outbox-due';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { Log } from '@bbws/lambda/log';
import { publishOutbox, type PublishOutboxDeps } from '@bbws/lambda/publish-outbox';
import type { IsWriter } from '@bbws/lambda/writer';

export type SweepOrderDeps = PublishOutboxDeps & {
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
  readonly claimOutbox: (claim: OutboxClaim) => Promise<StoredOrder | undefined>;
  readonly isWriter: IsWriter;
  readonly newId: () => string;
};

export type Swept = {
  /** Events published. */
  readonly published: number;
  /** Events older than a day, which are published no more. */
  readonly stuck: number;
};

/**
 * Claims the order's outbox and publishes the events in it; `undefined` when there is nothing to do, or it is somebody
 * else's. Events older than a day are reported instead. A publication that fails is no error: it is counted, and the
 * outbox is due at once. Throws what reading and claiming throw, and when it knows none of the events.
 */
export const sweepOrder = async (
  deps: SweepOrderDeps,
  { tenantId, id }: { readonly tenantId: TenantId; readonly id: OrderId },
  log: Log,
): Promise<Swept | undefined> => {
  const seen = await deps.readOrder(tenantId, id);
  const now = deps.now().toISOString();
  // The index lags behind, and other orders came first since this one was listed.
  if (!seen || !isDue(seen, now)) return undefined;
  if (seen.outbox.length === 0) {
    // Left for newer code. Where that was taken back, people must know.
    if (seen.unknownEvents)
      throw new Error('The outbox holds only events of a version that this code does not know');
    return undefined;
  }
  // Asked for each order: the right to write may be moved while a sweeper runs.
  if (!(await deps.isWriter())) return undefined;
  const dueAt = nextDue(seen.outbox, now);
  const claimed = await deps.claimOutbox({ seen, dueAt, claimId: deps.newId() });
  if (!claimed) return undefined;

  const { stuck = [], fresh = [] } = Object.groupBy(claimed.outbox, (event) =>
    isStuck(event, now) ? 'stuck' : 'fresh',
  );
  for (const event of stuck)
    log.error(
      'An event is in the outbox for more than a day; it is published no more',
      undefined,
      fieldsOf(event),
    );
  return { published: await publishAll(deps, fresh, log), stuck: stuck.length };
};

const isDue = ({ outboxDueAt }: StoredOrder, now: string): boolean =>
  outboxDueAt !== undefined && outboxDueAt <= now;

/** How many of the events were published. All at once: an order with many of them takes no longer than one. */
const publishAll = async (
  deps: SweepOrderDeps,
  events: readonly OrderEvent[],
  log: Log,
): Promise<number> => {
  let published = 0;
  const publish = async (event: OrderEvent): Promise<void> => {
    await deps.publish(event);
    published += 1;
  };
  await Promise.all(
    events.map((event) => publishOutbox({ ...deps, publish }, event, log.with(fieldsOf(event)))),
  );
  return published;
};

const fieldsOf = ({ id, type, orderVersion, correlationId }: OrderEvent) => ({
  eventId: id,
  eventType: type,
  orderVersion,
  correlationId,
});
