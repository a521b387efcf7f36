/** Moments in time. Stored and sent as ISO 8601 in UTC with milliseconds, so that they sort as text. */
import * as v from 'valibot';

const isoForm =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** True when there is such a moment, in UTC with milliseconds: 30 February and 25 o'clock there are not. */
const exists = (text: string): boolean => {
  const parsed = new Date(text);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString() === text;
};

/** True when the date part names a day of the calendar. */
const namesRealDay = (text: string): boolean => exists(`${text.slice(0, 10)}T00:00:00.000Z`);

const message = 'must be an ISO 8601 time with offset, such as 2026-11-20T09:30:00Z';

/** A moment given by somebody else, with any offset; becomes UTC with milliseconds, finer fractions are cut. */
export const Timestamp = v.pipe(
  v.string(),
  v.regex(isoForm, message),
  v.check(namesRealDay, 'must name a day of the calendar'),
  v.transform((text) => new Date(text).toISOString()),
  // An offset can lead out of the years with four digits: such a text neither sorts nor parses again.
  v.length('2026-11-20T09:30:00.000Z'.length, 'must lie in the years 0000 to 9999 of UTC'),
);

/** A moment as this service writes it: `2026-11-20T09:30:00.000Z`. */
export const UtcTimestamp = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'must be a UTC time with milliseconds'),
  v.check(exists, 'must be a time that exists'),
);

/** A day of the calendar, `2026-11-20`. */
export const CalendarDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'must be a day such as 2026-11-20'),
  v.check(namesRealDay, 'must name a day of the calendar'),
);
