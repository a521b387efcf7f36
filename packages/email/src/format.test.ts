import { describe, expect, test } from '@jest/globals';
import { count, day, dayAndTime } from './format.ts';
import { plainSpaces } from './testing/settings.ts';

describe('a moment', () => {
  test('falls on the day of the business time zone', () => {
    const text = day('2026-11-20T22:30:00.000Z', 'Africa/Johannesburg');

    expect(text).toBe('21 November 2026');
  });

  test('is told by the clocks of the business time zone', () => {
    const text = dayAndTime('2026-11-20T09:30:00.000Z', 'Africa/Johannesburg');

    expect(text).toBe('20 November 2026 at 11:30');
  });

  test('at midnight is 00:00', () => {
    const text = dayAndTime('2026-11-20T22:00:00.000Z', 'Africa/Johannesburg');

    expect(text).toBe('21 November 2026 at 00:00');
  });
});

test('a large number has its thousands apart', () => {
  const text = count(1_000_000);

  expect(plainSpaces(text)).toBe('1 000 000');
});
