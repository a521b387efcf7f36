/** Marks a made effect done, as surely as time allows. */
import type { Delivery } from './sqs.ts';
import type { Metrics } from './metrics.ts';
import { OutOfTime } from './out-of-time.ts';
import type { Runtime } from './start-function.ts';

export type Done = {
  readonly token: string;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  readonly messageId?: string | undefined;
};

export type MarkDoneDeps<Effect> = {
  /** False when the lease ran out and somebody else has claimed the effect since. */
  readonly finishEffect: (effect: Effect, done: Done) => Promise<boolean>;
  readonly metrics: Metrics;
  readonly now: () => Date;
  readonly sleep: Runtime['sleep'];
};

/** Milliseconds between attempts: 12.6 s in all. */
const pauses = [200, 400, 800, 1_600, 3_200, 6_400] as const;
/** Milliseconds after which no further attempt begins: each may take long itself. */
const longEnough = 15_000;
/** Milliseconds that are left for it when the invocation ends. */
const lastChance = 500;

/**
 * Marks the effect done, with growing pauses between attempts, until it is marked, about 15 s have passed or the
 * invocation ends, which is always within the lease. Never throws: the effect is made, and a retry of the message would
 * find the lease at its end and make it a second time. When no attempt succeeds this is logged and counted
 * (`UnmarkedEffects`): the next duplicate of the message would make the effect again, and somebody should know.
 * Table: one conditional write per attempt.
 */
export const markDone = async <Effect>(
  deps: MarkDoneDeps<Effect>,
  effect: Effect,
  done: Done,
  { log, signal }: Pick<Delivery, 'log' | 'signal'>,
): Promise<void> => {
  const settled = new AbortController();
  try {
    const marked = await Promise.race([
      finishOften(deps, signal, () => deps.finishEffect(effect, done)),
      giveUp(deps.sleep, signal, settled.signal),
    ]);
    if (!marked) log.warn('The lease ran out before the effect was marked done');
  } catch (error) {
    deps.metrics.count('UnmarkedEffects');
    log.error('The effect was made but could not be marked done', error);
  } finally {
    settled.abort();
  }
};

const finishOften = async <Effect>(
  { now, sleep }: MarkDoneDeps<Effect>,
  signal: AbortSignal,
  finish: () => Promise<boolean>,
): Promise<boolean> => {
  const end = now().getTime() + longEnough;
  for (const pause of pauses) {
    try {
      return await finish();
    } catch (error) {
      if (signal.aborted || now().getTime() + pause >= end) throw error;
    }
    // The end of the invocation ends the pause: there is time for one more attempt.
    await sleep(pause, signal).catch(() => undefined);
  }
  return finish();
};

/** Throws a little after the signal, unless all is settled before. */
const giveUp = async (
  sleep: Runtime['sleep'],
  signal: AbortSignal,
  settled: AbortSignal,
): Promise<never> => {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { signal: settled });
  });
  await sleep(lastChance, settled);
  throw new OutOfTime({ begun: true });
};
