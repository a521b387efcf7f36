/** Makes an effect once: claimed before, marked done after, given back when it was refused for certain. */
import { markDone, type MarkDoneDeps } from './mark-done.ts';
import { PermanentFailure } from './message.ts';
import { OutOfTime } from './out-of-time.ts';
import { RetryLater } from './retry-later.ts';
import type { Delivery } from './sqs.ts';

type Claim =
  | { readonly outcome: 'claimed' }
  | { readonly outcome: 'done' }
  | { readonly outcome: 'held'; readonly until: number };

export type OnceDeps<Effect> = MarkDoneDeps<Effect> & {
  readonly claimEffect: (
    effect: Effect,
    lease: { readonly token: string; readonly now: number; readonly duration: number },
  ) => Promise<Claim>;
  readonly releaseEffect: (effect: Effect, token: string) => Promise<boolean>;
  /** True when an error of the effect means that it was not made. */
  readonly isDefiniteRefusal: (error: unknown) => boolean;
  /** A code when the effect can never be made, however often it is tried. */
  readonly permanentReason: (error: unknown) => string | undefined;
  /** Longest time that making the effect can take. */
  readonly functionTimeoutSeconds: number;
  readonly newId: () => string;
};

type Lease = { readonly token: string; readonly end: number };

/** What of a delivery is used. */
type Circumstances = Pick<Delivery, 'log' | 'signal'>;

/** Seconds that a lease outlives its function: a clock may be a little off. */
const leaseMargin = 5;

/**
 * Runs `make` unless the effect is done; false then. True as well when the effect was made and could not be marked done:
 * see `markDone`. Throws `RetryLater` when somebody else is at it, or nobody knows whether it was made: both until the
 * lease ends. Throws `OutOfTime` when the invocation ends before it is begun, `PermanentFailure` when it can never
 * succeed, else what `make` throws.
 * @param make makes the effect, within 3 s; gives the message id that proves it, or none when there was nothing left to do
 */
export const once = async <Effect>(
  deps: OnceDeps<Effect>,
  effect: Effect,
  circumstances: Circumstances,
  make: () => Promise<{ readonly messageId?: string }>,
): Promise<boolean> => {
  const token = deps.newId();
  const now = deps.now().getTime();
  const duration = (deps.functionTimeoutSeconds + leaseMargin) * 1000;
  const claim = await deps.claimEffect(effect, { token, now, duration });
  if (claim.outcome === 'done') return false;
  if (claim.outcome === 'held')
    throw new RetryLater('Somebody else is making this effect', { notBefore: claim.until });

  const lease = { token, end: now + duration };
  const { messageId } = await makeOrRelease(deps, effect, lease, circumstances, make);
  const done = { token, now: deps.now().getTime(), messageId };
  await markDone(deps, effect, done, circumstances);
  return true;
};

const makeOrRelease = async <Effect, Result>(
  deps: OnceDeps<Effect>,
  effect: Effect,
  lease: Lease,
  { log, signal }: Circumstances,
  make: () => Promise<Result>,
): Promise<Result> => {
  try {
    // Lambda freezes what it leaves behind: a send that is begun now might go on after the lease.
    if (signal.aborted) throw new OutOfTime({ begun: true });
    return await make();
  } catch (error) {
    const isUnmade = error instanceof OutOfTime || deps.isDefiniteRefusal(error);
    const isFree = isUnmade && (await isReleased(deps, effect, lease, log));
    const reason = deps.permanentReason(error);
    if (reason !== undefined)
      throw new PermanentFailure(reason, 'The effect can never be made', { cause: error });
    if (isFree) throw error;
    // An unclear failure keeps the lease: the effect may have been made, and must not be made again at once.
    throw new RetryLater('The lease on this effect still runs', {
      notBefore: lease.end,
      cause: error,
    });
  }
};

/** False when nobody knows whether the lease is given back: it then ends by itself. */
const isReleased = async <Effect>(
  { releaseEffect }: OnceDeps<Effect>,
  effect: Effect,
  { token }: Lease,
  log: Circumstances['log'],
): Promise<boolean> => {
  try {
    await releaseEffect(effect, token);
    return true;
  } catch (error) {
    log.warn('The lease could not be given back', {
      reason: error instanceof Error ? error.name : 'unknown',
    });
    return false;
  }
};
