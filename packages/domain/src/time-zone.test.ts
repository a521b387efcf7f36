import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { dayAfter, dayIn, startOfDay, TimeZone } from './time-zone.ts';

const southAfrica = 'Africa/Johannesburg';
const zones = fc.constantFrom(
  southAfrica,
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'America/New_York',
  'America/Havana',
  'Asia/Amman',
  'Asia/Kathmandu',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
);
const moments = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2035-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('a time zone', () => {
  test.each([southAfrica, 'UTC', 'Europe/Berlin', 'Etc/GMT+2'])('may be %s', (name) => {
    const accepted = v.is(TimeZone, name);

    expect(accepted).toBe(true);
  });

  test.each(['', 'Africa/Kaapstad', 'Africa', '../etc/passwd', 'South Africa', 2, undefined])(
    'is not %p',
    (name) => {
      const accepted = v.is(TimeZone, name);

      expect(accepted).toBe(false);
    },
  );
});

describe('the business day', () => {
  test.each([
    ['just before midnight in South Africa', '2026-11-20T21:59:59.999Z', '2026-11-20'],
    ['at midnight in South Africa', '2026-11-20T22:00:00.000Z', '2026-11-21'],
    ['just before midnight in UTC', '2026-11-20T23:59:59.999Z', '2026-11-21'],
    ['at midnight in UTC', '2026-11-21T00:00:00.000Z', '2026-11-21'],
    ['in the last hours of a year', '2026-12-31T22:00:00.000Z', '2027-01-01'],
    ['before a leap day', '2028-02-28T21:59:59.999Z', '2028-02-28'],
    ['on a leap day', '2028-02-28T22:00:00.000Z', '2028-02-29'],
    ['after a leap day', '2028-02-29T22:00:00.000Z', '2028-03-01'],
  ])('%s (%s) is %s', (_, at, expected) => {
    const day = dayIn(southAfrica, new Date(at));

    expect(day).toBe(expected);
  });

  test('differs between time zones', () => {
    const at = new Date('2026-11-20T12:00:00Z');

    const days = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((zone) => dayIn(zone, at));

    expect(days).toEqual(['2026-11-21', '2026-11-20']);
  });
});

describe('a day', () => {
  test('has started at its first moment, and not a millisecond before', () => {
    const days = fc.tuple(zones, moments).map(([zone, at]) => ({ zone, day: dayIn(zone, at) }));

    const daysAround = (zone: string, start: number) =>
      [start - 1, start].map((at) => dayIn(zone, new Date(at)));

    fc.assert(
      fc.property(days, ({ zone, day }) => {
        const start = startOfDay(zone, day).getTime();
        const [before = '', at] = daysAround(zone, start);
        expect(at).toBe(day);
        expect(before < day).toBe(true);
      }),
    );
  });

  test.each([
    ['of South Africa', southAfrica, '2026-11-20', '2026-11-19T22:00:00.000Z'],
    ['of UTC', 'UTC', '2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['before summer time', 'Europe/Berlin', '2026-03-28', '2026-03-27T23:00:00.000Z'],
    ['on which summer time begins', 'Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['after summer time began', 'Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['on which summer time ends', 'Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['after summer time ended', 'Europe/Berlin', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    ['without midnight', 'America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['after two eleven o’clocks', 'America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00.000Z'],
    ['without midnight, east of UTC', 'Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
    ['with two midnights', 'Asia/Amman', '2021-10-29', '2021-10-28T21:00:00.000Z'],
    ['with two midnights, west of UTC', 'America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['that was left out', 'Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
    ['of a zone of quarter hours', 'Asia/Kathmandu', '2026-11-20', '2026-11-19T18:15:00.000Z'],
  ])('%s (%s, %s) starts at %s', (_, zone, day, expected) => {
    const start = startOfDay(zone, day);

    expect(start.toISOString()).toBe(expected);
  });
});

describe('the day after', () => {
  test.each([
    ['2026-11-20', '2026-11-21'],
    ['2026-11-30', '2026-12-01'],
    ['2026-12-31', '2027-01-01'],
    ['2028-02-28', '2028-02-29'],
    ['2028-02-29', '2028-03-01'],
    ['2026-02-28', '2026-03-01'],
    ['1900-02-28', '1900-03-01'],
    ['2000-02-28', '2000-02-29'],
  ])('%s is %s', (day, expected) => {
    const next = dayAfter(day);

    expect(next).toBe(expected);
  });

  test('is later, and a day like any other', () => {
    const days = moments.map((at) => at.toISOString().slice(0, 10));

    const hoursToNext = (day: string) => (Date.parse(dayAfter(day)) - Date.parse(day)) / 3_600_000;

    fc.assert(
      fc.property(days, (day) => {
        expect(hoursToNext(day)).toBe(24);
      }),
    );
  });
});
