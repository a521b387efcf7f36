/** Waits for what happens by and by. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Mismatch } from './outcome.ts';

export type Wait = {
  /** Longest wait for one thing, in milliseconds. */
  readonly limitMs: number;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
  /**
   * What `look` gives as soon as it is not undefined.
   * @param seen what there is instead, asked when time is over
   * @throws Mismatch with both when that is too late
   */
  readonly until: <T>(
    expected: string,
    seen: () => string,
    look: () => Promise<T | undefined>,
  ) => Promise<T>;
};

/** Looks every half second, or ten times within a shorter limit. Ends with the signal's reason when it is aborted. */
export const makeWait = (limitMs: number, signal: AbortSignal): Wait => ({
  limitMs,
  signal,
  until: async (expected, seen, look) => {
    const end = performance.now() + limitMs;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (performance.now() >= end)
        throw new Mismatch(`${expected} within ${limitMs / 1000} s`, seen());
      await sleep(Math.min(500, limitMs / 10), undefined, { signal });
    }
  },
});
