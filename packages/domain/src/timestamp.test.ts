import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { CalendarDay, Timestamp, UtcTimestamp } from './timestamp.ts';

const moments = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-30T00:00:00Z'),
  noInvalidDate: true,
});
const twoDigits = (number: number) => String(number).padStart(2, '0');

/** `at` as clocks show it that are `minutes` ahead of UTC. */
const withOffset = (at: Date, minutes: number): string => {
  const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${local}${minutes < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(rest)}`;
};

describe('a time from outside', () => {
  test('becomes UTC with milliseconds, whatever its offset', () => {
    const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });

    const parse = (text: string) => v.parse(Timestamp, text);

    fc.assert(
      fc.property(moments, offsets, (at, offset) => {
        expect(parse(withOffset(at, offset))).toBe(at.toISOString());
      }),
    );
  });

  test('that was parsed is parsed again to the same', () => {
    const texts = moments.map((at) => at.toISOString());

    const parse = (text: string) => v.parse(Timestamp, text);

    fc.assert(
      fc.property(texts, (text) => {
        expect(parse(parse(text))).toBe(text);
      }),
    );
  });

  test.each([
    ['2026-11-20T09:30:00Z', '2026-11-20T09:30:00.000Z'],
    ['2026-11-20T09:30:00.5Z', '2026-11-20T09:30:00.500Z'],
    ['2026-11-20T09:30:00.123456789Z', '2026-11-20T09:30:00.123Z'],
    ['2026-11-20T00:30:00+02:00', '2026-11-19T22:30:00.000Z'],
    ['2026-11-20T23:30:00-05:30', '2026-11-21T05:00:00.000Z'],
    ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.000Z'],
    ['2000-02-29T12:00:00Z', '2000-02-29T12:00:00.000Z'],
  ])('written %s is %s', (text, expected) => {
    const parsed = v.parse(Timestamp, text);

    expect(parsed).toBe(expected);
  });

  test.each([
    '2026-02-29T12:00:00Z',
    '1900-02-29T12:00:00Z',
    '2026-02-30T12:00:00Z',
    '2026-02-31T12:00:00+02:00',
    '2026-04-31T12:00:00Z',
    '2026-13-01T12:00:00Z',
    '2026-00-10T12:00:00Z',
    '2026-11-00T12:00:00Z',
    '2026-11-20T24:00:00Z',
    '2026-11-20T12:60:00Z',
    '2026-11-20T12:00:60Z',
    '2026-11-20T12:00:00+24:00',
    '2026-11-20T12:00:00+02:60',
  ])('never exists at %s', (text) => {
    const accepted = v.is(Timestamp, text);

    expect(accepted).toBe(false);
  });

  test.each([
    '2026-11-20T12:00:00',
    '2026-11-20',
    '2026-11-20 12:00:00Z',
    '2026-11-20T12:00Z',
    '2026-11-20T12:00:00+0200',
    '2026-11-20t12:00:00z',
    '20 November 2026',
    '1795166400000',
    '+002026-11-20T12:00:00Z',
    '2026-11-20T12:00:00.Z',
    '2026-11-20T12:00:00Z\n',
    '',
  ])('is not written %p', (text) => {
    const accepted = v.is(Timestamp, text);

    expect(accepted).toBe(false);
  });

  test.each(['9999-12-31T23:59:59-00:01', '0000-01-01T00:00:00+00:01'])(
    'is refused when its offset leads out of the years with four digits: %s',
    (text) => {
      const accepted = v.is(Timestamp, text);

      expect(accepted).toBe(false);
    },
  );
});

describe('a time of our own', () => {
  test('is any moment as Date writes it', () => {
    const texts = moments.map((at) => at.toISOString());

    const accepts = (text: string) => v.is(UtcTimestamp, text);

    fc.assert(
      fc.property(texts, (text) => {
        expect(accepts(text)).toBe(true);
      }),
    );
  });

  test.each([
    '2026-11-20T09:30:00Z',
    '2026-11-20T09:30:00.0000Z',
    '2026-11-20T09:30:00.000+00:00',
    '2026-02-29T09:30:00.000Z',
    '2026-11-20T24:00:00.000Z',
    '2026-11-20T25:00:00.000Z',
    '2026-11-20T09:60:00.000Z',
    '2026-11-20T09:30:60.000Z',
    '2026-11-20T09:30:00.000Z ',
  ])('is not %p', (text) => {
    const accepted = v.is(UtcTimestamp, text);

    expect(accepted).toBe(false);
  });
});

describe('a day of the calendar', () => {
  test('is the date of any moment', () => {
    const days = moments.map((at) => at.toISOString().slice(0, 10));

    const accepts = (day: string) => v.is(CalendarDay, day);

    fc.assert(
      fc.property(days, (day) => {
        expect(accepts(day)).toBe(true);
      }),
    );
  });

  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])(
    'may be %s',
    (day) => {
      const accepted = v.is(CalendarDay, day);

      expect(accepted).toBe(true);
    },
  );

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-02-31',
    '2026-04-31',
    '2026-00-01',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
    '2026-1-1',
    '20261120',
    '20/11/2026',
    '2026-11-20T00:00:00Z',
    '2026-11-20\n',
    '',
  ])('is not %p', (day) => {
    const accepted = v.is(CalendarDay, day);

    expect(accepted).toBe(false);
  });
});
