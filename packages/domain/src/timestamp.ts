/** Moments in time. Stored and sent as ISO 8601 in UTC with milliseconds, so that they sort as text. */
import * as v from 'valibot';

const isoForm =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** True when the date part names a day of the calendar: 30 February does not. */
const namesRealDay = (text: string): boolean => {
  const day = text.slice(0, 10);
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
};

const message = 'must be an ISO 8601 time with offset, such as 2026-11-20T09:30:00Z';

/** A moment given by somebody else, with any offset; becomes UTC with milliseconds. */
export const Timestamp = v.pipe(
  v.string(),
  v.regex(isoForm, message),
  v.check(namesRealDay, 'must name a day of the calendar'),
  v.transform((text) => new Date(text).toISOString()),
);

/** A moment as this service writes it: `2026-11-20T09:30:00.000Z`. */
export const UtcTimestamp = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'must be a UTC time with milliseconds'),
  v.check(namesRealDay, 'must name a day of the calendar'),
);

/** A day of the calendar, `2026-11-20`. */
export const CalendarDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'must be a day such as 2026-11-20'),
  v.check(namesRealDay, 'must name a day of the calendar'),
);
