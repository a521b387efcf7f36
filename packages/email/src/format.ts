/** Moments and numbers as South African readers write them. */

const locale = 'en-ZA';

/** The day that the moment `at` (ISO 8601) falls on in `timeZone`: `20 November 2026`. */
export const day = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(at));

/** The moment `at` (ISO 8601) on the clocks of `timeZone`: `20 November 2026 at 11:30`. */
export const dayAndTime = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(at),
  );

/** A whole number: `1 250`. */
export const count = (value: number): string => new Intl.NumberFormat(locale).format(value);
