/** `pnpm dr reconcile`: has made what was left undone in another region's queues, by the region that writes. */
import { randomUUID } from 'node:crypto';
import { joinOrderKeys } from '@bbws/dynamo/order-keys';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';
import { changedSince, distinct, withOutbox } from '@bbws/operator/dr/find-unfinished';
import { reconcile } from '@bbws/operator/dr/reconcile';
import { invoiceHash } from '@bbws/operator/invoice-hash';
import { Refusal } from '@bbws/operator/refusal';
import { tableDeps, type ReplayDeps } from '@bbws/operator/replay/replay-deps';
import { sendEvent } from '@bbws/operator/send-event';
import { UsageError } from '../lib/arguments.ts';
import { startProgress } from '../lib/progress.ts';
import type { ReachedRegion, Regions } from './connect-regions.ts';
import { drCommand } from './named-region.ts';
import { reconcileReport } from './reconcile-report.ts';
import { sinceOf } from './reconcile-since.ts';
import { stoppable } from '../lib/stoppable.ts';

export type RunReconcileOptions = {
  readonly since: string | undefined;
  readonly outboxOnly: boolean;
  readonly dryRun: boolean;
  readonly yes: boolean;
};

/** Younger facts are left to the queues, where they are under way. In milliseconds. */
const underWay = 120_000;

/** @returns the exit code: 1 when something is left */
export const runReconcile = async (
  regions: Regions,
  region: ReachedRegion,
  { since: given, outboxOnly, dryRun, yes }: RunReconcileOptions,
): Promise<number> => {
  const flag = await region.readFlag();
  if (flag && flag.region !== region.name)
    throw new Refusal(
      `${region.name} does not write: the flag says ${flag.region}. What is missing is made in the region that writes.`,
    );
  if (regions.environment === 'prod' && !dryRun && !yes)
    throw new UsageError(
      `This sends events in production (${regions.where}). Add --yes, or --dry-run.`,
    );
  const now = new Date();
  const { retentionDays } = readFunctionsFile().queues;
  const since = sinceOf({ now, given, flag, retentionDays });
  const queues = await region.findQueues();

  const waiting = await withOutbox(region.table);
  console.log(`Orders with an event in their outbox: ${waiting.orders.length}`);
  const { orders: found, unreadable } = outboxOnly
    ? waiting
    : joinOrderKeys([waiting, await readTable(region, since)]);
  const orders = distinct(found);

  const { isStopped } = stoppable();
  const progress = startProgress('Orders', orders.length);
  const deps: ReplayDeps = {
    ...tableDeps(region.table),
    send: (functionName, event) => {
      const queue = queues[functionName];
      if (!queue) throw new Error(`The queue of ${functionName} is not known.`);
      return sendEvent(region.sqs, queue.url, event);
    },
    invoiceHash: invoiceHash(region.s3, region.ordersBucket),
    newId: randomUUID,
    now: () => new Date(),
  };
  const window = { since, until: new Date(now.getTime() - underWay).toISOString() };
  const onProgress = progress.update;
  const result = await reconcile(deps, orders, { window, dryRun, onProgress, isStopped });
  progress.stop();
  const rest = [`--region ${region.name}`, given === undefined ? [] : `--since ${given}`].flat();
  const again = drCommand(regions, 'reconcile', rest.join(' '));
  for (const line of reconcileReport({ ...result, unreadable }, dryRun, again)) console.log(line);
  return unreadable.length > 0 || result.left.length > 0 || result.notBegun > 0 ? 1 : 0;
};

const readTable = async ({ table }: ReachedRegion, since: string) => {
  const progress = startProgress('Parts of the table', 64);
  const changed = await changedSince(table, since, (done) => progress.update(done));
  progress.stop();
  console.log(`Orders changed since ${since}: ${changed.orders.length}`);
  return changed;
};
