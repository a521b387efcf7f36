/** The header Retry-After (RFC 9110, 10.2.3): seconds, or a date. */

/** Seconds to wait from `now` (ms since the epoch); `undefined` when the header is missing or not readable. */
export const retryAfterSeconds = (
  headers: Headers,
  now: () => number = Date.now,
): number | undefined => {
  const value = headers.get('Retry-After');
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now()) / 1000));
};
