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

/** How far `timeZone` is ahead of UTC at the moment `at`, in milliseconds. */
const offsetAt = (timeZone: string, at: number): number => {
  // By parts: how a locale joins them changes from one version of ICU to the next.
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(at / 1000) * 1000;
};

/** The calendar day, `YYYY-MM-DD`, that the moment `at` falls on in `timeZone`. */
export const dayIn = (timeZone: string, at: Date): string =>
  new Date(at.getTime() + offsetAt(timeZone, at.getTime())).toISOString().slice(0, 10);

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
