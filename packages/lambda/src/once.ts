/** Makes an effect once: claimed before, marked done after, given back when it was refused for certain. */
import type { Log } from './log.ts';
import { PermanentFailure } from './message.ts';

type Claim =
  | { readonly outcome: 'claimed' }
  | { readonly outcome: 'done' }
  | { readonly outcome: 'held'; readonly until: number };

export type OnceDeps<Effect> = {
  readonly claimEffect: (
    effect: Effect,
    lease: { readonly token: string; readonly now: number; readonly duration: number },
  ) => Promise<Claim>;
  readonly finishEffect: (
    effect: Effect,
    done: { readonly token: string; readonly now: number; readonly messageId?: string | undefined },
  ) => Promise<boolean>;
  readonly releaseEffect: (effect: Effect, token: string) => Promise<boolean>;
  /** True when an error of the effect means that it was not made. */
  readonly isDefiniteRefusal: (error: unknown) => boolean;
  /** A code when the effect can never be made, however often it is tried. */
  readonly permanentReason: (error: unknown) => string | undefined;
  /** Longest time that making the effect can take. */
  readonly functionTimeoutSeconds: number;
  readonly newId: () => string;
  readonly now: () => Date;
};

/** Seconds that a lease outlives its function: a clock may be a little off. */
const leaseMargin = 5;

/**
 * Runs `make` unless the effect is done; false then. Throws when somebody else is at it, and what `make` throws:
 * `PermanentFailure` when it can never succeed.
 * @param make makes the effect; gives the message id that proves it, or none when there was nothing left to do
 */
export const once = async <Effect>(
  deps: OnceDeps<Effect>,
  effect: Effect,
  log: Log,
  make: () => Promise<{ readonly messageId?: string }>,
): Promise<boolean> => {
  const token = deps.newId();
  const claim = await deps.claimEffect(effect, {
    token,
    now: deps.now().getTime(),
    duration: (deps.functionTimeoutSeconds + leaseMargin) * 1000,
  });
  if (claim.outcome === 'done') return false;
  if (claim.outcome === 'held') throw new Error('Somebody else is making this effect');

  const { messageId } = await makeOrRelease(deps, effect, token, make);
  try {
    const done = { token, now: deps.now().getTime(), messageId };
    const finished = await deps.finishEffect(effect, done);
    if (!finished) log.warn('The lease ran out before the effect was marked done');
  } catch (error) {
    // A retry would find the lease at its end and make the effect a second time: it is known to be made.
    log.error('The effect was made but could not be marked done', error);
  }
  return true;
};

const makeOrRelease = async <Effect, Result>(
  { releaseEffect, isDefiniteRefusal, permanentReason }: OnceDeps<Effect>,
  effect: Effect,
  token: string,
  make: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await make();
  } catch (error) {
    // An unclear failure keeps the lease: the effect may have been made, and must not be made again at once.
    if (isDefiniteRefusal(error)) await releaseEffect(effect, token);
    const reason = permanentReason(error);
    throw reason === undefined
      ? error
      : new PermanentFailure(reason, 'The effect can never be made');
  }
};
