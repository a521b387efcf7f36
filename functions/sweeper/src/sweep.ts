/** Sweeps the orders whose outboxes are due, several at once, until there are none left or the time is up. */
import type { DueOrder } from '@bbws/dynamo/list-due-outboxes';
import type { Log } from '@bbws/lambda/log';
import { dueOrders, type ListDueOutboxes } from './due-orders.ts';
import { sweepOrder, type SweepOrderDeps } from './sweep-order.ts';

export type SweepDeps = SweepOrderDeps & {
  readonly listDueOutboxes: ListDueOutboxes;
  readonly log: Log;
};

export type Tally = {
  /** Orders that were listed as due and looked at: claimed, skipped or failed. */
  found: number;
  claimed: number;
  /** Orders that were not due any more, or somebody else's. */
  skipped: number;
  /** Orders that could not be read or claimed, and entries that are no order's. */
  failed: number;
  /** Events published. */
  published: number;
  /** Events that are published no more. */
  stuck: number;
  /** Partitions of the index that could not be listed to their end. */
  unlisted: number;
  /** False when the time was up before the orders were. */
  finished: boolean;
};

/** Orders at once. Each is three or four calls, one after the other. */
const atOnce = 8;

/** What was done. Does not throw: the failure of one order or partition stops none of the others. */
export const sweep = async (deps: SweepDeps, hasTime: () => boolean): Promise<Tally> => {
  const { log, listDueOutboxes, now } = deps;
  const tally = {
    ...{ found: 0, claimed: 0, skipped: 0, failed: 0, published: 0, stuck: 0, unlisted: 0 },
    finished: true,
  };
  const due = dueOrders(listDueOutboxes, now().toISOString(), {
    unlisted: (error) => {
      tally.unlisted += 1;
      log.error('A partition of the outbox index could not be listed', error);
    },
    unreadable: (error) => {
      tally.failed += 1;
      log.error('An entry of the outbox index is no order’s', error);
    },
  });
  const worker = async (): Promise<void> => {
    for await (const order of due) {
      if (!hasTime()) {
        tally.finished = false;
        break;
      }
      await tallyOrder(deps, tally, order);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return tally;
};

const tallyOrder = async (deps: SweepDeps, tally: Tally, order: DueOrder): Promise<void> => {
  const log = deps.log.with({ tenantId: order.tenantId, orderId: order.id });
  tally.found += 1;
  try {
    const swept = await sweepOrder(deps, order, log);
    tally[swept ? 'claimed' : 'skipped'] += 1;
    tally.published += swept?.published ?? 0;
    tally.stuck += swept?.stuck ?? 0;
  } catch (error) {
    tally.failed += 1;
    log.error('An order could not be swept', error);
  }
};
