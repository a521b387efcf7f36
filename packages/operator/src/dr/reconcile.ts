/** Has the effects made that orders lack, in the region that writes: what lay in another region's queues is asked for again. */
import { ItemError } from '@bbws/dynamo/parse-item';
import { Refusal } from '../refusal.ts';
import type { OrderReference, ReplayDeps } from '../replay/replay-deps.ts';
import { replayInvoice } from '../replay/replay-invoice.ts';
import { replayMail } from '../replay/replay-mail.ts';
import { replayRecord } from '../replay/replay-record.ts';
import { eachOf } from './each-of.ts';
import { missingEffects, type MissingEffect, type Window } from './missing-effects.ts';

export type ReconcileOptions = {
  readonly window: Window;
  /** Says what would be replayed, and sends nothing. */
  readonly dryRun: boolean;
  /** Told how many of the orders are done with. */
  readonly onProgress: (done: number) => void;
  /** True when no further order is to be begun. */
  readonly isStopped: () => boolean;
};

/** An effect that could not be asked for, or an order that could not be read. */
export type LeftOver = OrderReference & {
  readonly effect?: MissingEffect['effect'];
  readonly why: string;
};

export type Reconciled = {
  /** Orders looked at. */
  readonly looked: number;
  /** Orders that lack something. */
  readonly found: number;
  /** Events sent, or that would be in a dry run, by their effect. */
  readonly replayed: Readonly<Record<MissingEffect['effect'], number>>;
  readonly left: readonly LeftOver[];
  /** Orders that were not begun, because it was stopped. */
  readonly notBegun: number;
};

const ordersAtOnce = 16;

/**
 * Looks at each order as it is now and sends the event of each effect that is missing to the function that makes it. What
 * somebody else does meanwhile is not done twice: the functions look first. A second run sends again what is not made yet,
 * and nothing else. Two reads for each order; what a replay costs: see there.
 */
export const reconcile = async (
  deps: ReplayDeps,
  orders: readonly OrderReference[],
  options: ReconcileOptions,
): Promise<Reconciled> => {
  const replayed = { record: 0, pdf: 0, internal: 0, confirm: 0 };
  const left: LeftOver[] = [];
  let [done, found, notBegun] = [0, 0, 0];
  await eachOf(orders, ordersAtOnce, async ({ tenantId, id }) => {
    // A whole order, where somebody gave one, must not end in a report.
    const reference = { tenantId, id };
    if (options.isStopped()) {
      notBegun += 1;
      return;
    }
    const missing = await attempt(left, reference, () => lackOf(deps, reference, options));
    if (missing && missing.length > 0) found += 1;
    for (const lack of missing ?? []) {
      const sent = await attempt(left, { ...reference, effect: lack.effect }, () =>
        replay(deps, reference, lack, options),
      );
      if (sent === true) replayed[lack.effect] += 1;
    }
    done += 1;
    options.onProgress(done);
  });
  return { looked: orders.length - notBegun, found, replayed, left, notBegun };
};

const lackOf = async (
  { readOrder, listEffects }: ReplayDeps,
  { tenantId, id }: OrderReference,
  { window }: ReconcileOptions,
): Promise<readonly MissingEffect[]> => {
  const stored = await readOrder(tenantId, id);
  if (!stored) return [];
  return missingEffects(stored.order, await listEffects(tenantId, id), window);
};

/** True when something was sent; somebody may have been faster. */
const replay = async (
  deps: ReplayDeps,
  reference: OrderReference,
  { effect, orderVersion }: MissingEffect,
  { dryRun }: ReconcileOptions,
): Promise<boolean> => {
  const options = { again: false, dryRun };
  const replayed =
    effect === 'record'
      ? replayRecord({ ...deps, reopenOrder: refuseReopening }, reference, options)
      : effect === 'pdf'
        ? replayInvoice(deps, reference, options)
        : replayMail(deps, reference, { ...options, to: effect, orderVersion });
  return (await replayed).steps.length > 0;
};

/** An order that was rejected since it was looked at is complete: to reopen it is for people. */
const refuseReopening = (): Promise<never> =>
  Promise.reject(new Refusal('It was rejected meanwhile: nothing is missing any more.'));

/** What the work gives; `undefined` when one order alone stands in its own way. An AWS that does not answer ends everything. */
const attempt = async <Result>(
  left: LeftOver[],
  about: Omit<LeftOver, 'why'>,
  work: () => Promise<Result>,
): Promise<Result | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof ItemError)) throw error;
    left.push({ ...about, why: error.message });
    return undefined;
  }
};
