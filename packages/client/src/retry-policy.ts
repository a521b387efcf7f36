/** How often and how long apart calls are repeated. */

export type RetryPolicy = {
  /** Requests per call at most, the first one included; 4 when missing, 1 for no retries. */
  readonly attempts: number;
  /** Longest pause after the first failure, in ms; doubles with every other one. 250 when missing. */
  readonly baseMs: number;
  /** Longest pause of the backoff, in ms; 4,000 when missing. */
  readonly maxMs: number;
  /** A longer Retry-After is not waited for but left to the caller, in ms; 30,000 when missing. */
  readonly maxRetryAfterMs: number;
};

/** `given`, with a default for whatever is missing. */
export const retryPolicy = ({
  attempts = 4,
  baseMs = 250,
  maxMs = 4000,
  maxRetryAfterMs = 30_000,
}: { readonly [Key in keyof RetryPolicy]?: RetryPolicy[Key] | undefined }): RetryPolicy => ({
  attempts,
  baseMs,
  maxMs,
  maxRetryAfterMs,
});

/**
 * Pause after so many `failures` (0 for the first one), in ms: between half of it and all of it, so that clients that
 * failed together do not come back together. `random` gives [0, 1).
 */
export const backoffMs = (
  { baseMs, maxMs }: Pick<RetryPolicy, 'baseMs' | 'maxMs'>,
  failures: number,
  random: () => number,
): number => Math.round(Math.min(maxMs, baseMs * 2 ** failures) * (0.5 + random() / 2));
