import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amountFormat, count, day, dayAndTime } from './format.ts';
import { plainSpaces } from './testing/settings.ts';

describe('an amount', () => {
  test('is written as in South Africa', () => {
    const text = amountFormat('ZAR')(123456);

    expect(plainSpaces(text)).toBe('R 1 234,56');
  });

  test('never breaks over two lines', () => {
    const text = amountFormat('ZAR')(123456);

    expect(text).not.toContain(' ');
  });

  test.each([
    ['USD', 'US$12,34'],
    ['JPY', 'JP¥1 234'],
    ['BHD', 'BHD 1,234'],
  ] as const)('in %s has the decimals of its currency', (currency, expected) => {
    const text = amountFormat(currency)(1234);

    expect(plainSpaces(text)).toBe(expected);
  });

  test('shows every cent of every amount', () => {
    const amounts = fc.integer({ min: 0, max: 1_000_000_000_000 });

    const format = amountFormat('ZAR');

    fc.assert(
      fc.property(amounts, (amount) => {
        expect(Number(format(amount).replace(/\D/g, ''))).toBe(amount);
      }),
    );
  });
});

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
