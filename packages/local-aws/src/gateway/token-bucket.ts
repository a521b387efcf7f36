/** The throttle of API Gateway: a token bucket. */

export type Throttle = {
  /** Requests a second in the long run. */
  readonly ratePerSecond: number;
  /** Requests at once, after a rest: how many the bucket holds. */
  readonly burst: number;
};

/**
 * Answers a function that says whether one more request may pass. The bucket is full at first. `now` in ms; a clock that
 * is set back fills nothing.
 */
export const makeTokenBucket = (
  { ratePerSecond, burst }: Throttle,
  now: () => number,
): (() => boolean) => {
  let tokens = burst;
  let filledAt = now();
  return () => {
    const at = now();
    const gained = (Math.max(0, at - filledAt) / 1000) * ratePerSecond;
    tokens = Math.min(burst, tokens + gained);
    filledAt = at;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
};
