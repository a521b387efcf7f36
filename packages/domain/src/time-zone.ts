/** The business time zone: the day an order belongs to, for its number, its invoice and its mails. */
import * as v from 'valibot';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** Name of a time zone in the IANA database. */
export const TimeZone = v.pipe(
  v.string(),
  v.check(isTimeZone, 'must be an IANA time zone such as Africa/Johannesburg'),
);

/** The calendar day, `YYYY-MM-DD`, that the moment `at` falls on in `timeZone`. */
export const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);

/** How far `timeZone` is ahead of UTC at the moment `at`, in milliseconds. */
const offsetAt = (timeZone: string, at: number): number => {
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
};

/** The first moment of `day` (`YYYY-MM-DD`) in `timeZone`. */
export const startOfDay = (timeZone: string, day: string): Date => {
  const utcMidnight = Date.parse(`${day}T00:00:00Z`);
  // The offset is looked up twice: the first guess may lie on the other side of a clock change.
  const guess = utcMidnight - offsetAt(timeZone, utcMidnight);
  return new Date(utcMidnight - offsetAt(timeZone, guess));
};

/** The day after `day`, both `YYYY-MM-DD`. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
