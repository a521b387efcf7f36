/** The business time zone: the day an order belongs to, for its number, its invoice and its mails. */
import * as v from 'valibot';

/** In milliseconds. */
const oneDay = 86_400_000;

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

/** The first moment of `day` (`YYYY-MM-DD`, years 1000 to 9999) in `timeZone`. */
export const startOfDay = (timeZone: string, day: string): Date => {
  const utcMidnight = Date.parse(`${day}T00:00:00Z`);
  // Clocks may change on this very day, even at midnight, which then comes twice or never.
  const offsets = [utcMidnight - oneDay, utcMidnight + oneDay].map((at) => offsetAt(timeZone, at));
  const early = new Date(utcMidnight - Math.max(...offsets));
  const late = new Date(utcMidnight - Math.min(...offsets));
  return dayIn(timeZone, early) >= day ? early : late;
};

/** The day after `day`, both `YYYY-MM-DD`, up to 9999-12-30. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + oneDay).toISOString().slice(0, 10);
