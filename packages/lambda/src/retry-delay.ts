/** How long a failed message waits (R-EVT-06). */

const delays = [30, 120, 480, 1_800] as const;

/**
 * Seconds until the next attempt after the `receiveCount`-th one failed: 30 s, 2, 8, 30 min, each moved by up to a fifth
 * either way, so that what failed together does not return together.
 * @param random a number from 0 to 1
 */
export const retryDelay = (receiveCount: number, random: number): number => {
  const delay = delays[Math.min(receiveCount, delays.length) - 1] ?? delays[0];
  return Math.round(delay * (0.8 + 0.4 * random));
};

/** Longest pause of a message that was not begun, in seconds. */
const longestReturn = 5;

/**
 * Seconds until a message returns that an invocation had no time to begin: some, at its first receive. Later the delay
 * of the receive before: a receive is used up all the same, and an outage that makes every batch slow must not use up
 * all of them within minutes.
 */
export const returnDelay = (receiveCount: number, random: number): number =>
  receiveCount > 1 ? retryDelay(receiveCount - 1, random) : Math.round(longestReturn * random);

/** SQS hides a message for at most 12 h after its receive, which was a while ago. In seconds. */
const longestWait = 11 * 3_600;

/** Seconds from `now` to one second after `notBefore` (both in ms since 1970), at least `delay`, and what SQS takes. */
export const delayUntil = (notBefore: number, now: number, delay: number): number =>
  Math.min(longestWait, Math.max(delay, Math.ceil((notBefore - now) / 1000) + 1));
