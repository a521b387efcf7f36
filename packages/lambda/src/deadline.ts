/** The end of an invocation, felt before Lambda enforces it. Knows nothing of messages. */
import type { Runtime } from './start-function.ts';

/** What of Lambda's context is used. */
export type InvocationContext = { readonly getRemainingTimeInMillis: () => number };

/** Milliseconds before the time-out. Functions have 30 or 60 s, and a batch rarely takes one of them. */
const moments = {
  /** The longest work that must not be cut in two is a mail: SES has 3 s to answer, marking it half a second. */
  stop: 5_000,
  /** Most of a second is left to put messages off or aside, by one call each. */
  cut: 1_200,
  /** Lambda wants the answer, and CPU time is short: 256 MB buy a seventh of a processor. */
  over: 500,
};

export type Deadline = {
  /** Aborts at `stopped`: for whoever is about to begin what must not be cut. */
  readonly signal: AbortSignal;
  /** Nothing is begun from here on. */
  readonly stopped: Promise<void>;
  /** What is still at work has failed. */
  readonly cut: Promise<void>;
  /** The answer goes out, whatever is still under way. */
  readonly over: Promise<void>;
  /** Everything is done: none of the moments comes any more, and no timer is left. */
  readonly end: () => void;
};

/**
 * Follows the time that Lambda leaves, on the clock of `sleep`. Of the promises, those that `end` forestalls never
 * settle.
 */
export const startDeadline = (
  sleep: Runtime['sleep'],
  { getRemainingTimeInMillis }: InvocationContext,
): Deadline => {
  const ended = new AbortController();
  const stop = new AbortController();
  const untilLeft = async (milliseconds: number): Promise<void> => {
    const wait = getRemainingTimeInMillis() - milliseconds;
    if (wait > 0) await orNever(ended.signal, sleep(wait, ended.signal));
  };
  // Too late already: the signal says so before anything else happens.
  if (getRemainingTimeInMillis() <= moments.stop) stop.abort();
  const stopped = untilLeft(moments.stop).then(() => stop.abort());
  const cut = stopped.then(() => untilLeft(moments.cut));
  const over = cut.then(() => untilLeft(moments.over));
  return { signal: stop.signal, stopped, cut, over, end: () => ended.abort() };
};

/** The sleep; one that was aborted is forgotten. */
const orNever = async (ended: AbortSignal, sleeping: Promise<void>): Promise<void> => {
  try {
    await sleeping;
  } catch (error) {
    if (!ended.aborted) throw error;
    await new Promise<never>(() => undefined);
  }
};
