import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { CurrencyCode } from './currency.ts';
import {
  Amount,
  fromDecimalNumber,
  largestAmount,
  lineAmount,
  sumOf,
  toDecimalNumber,
} from './money.ts';

const currencies = fc.constantFrom(...CurrencyCode.options);
const amounts = fc.integer({ min: 0, max: largestAmount });

describe('an amount', () => {
  test('is the same after a way through a decimal number, in every currency', () => {
    const everyCurrency = CurrencyCode.options;

    const roundTrip = (amount: number, currency: string) =>
      fromDecimalNumber(toDecimalNumber(amount, currency), currency);

    fc.assert(
      fc.property(amounts, (amount) => {
        for (const currency of everyCurrency) expect(roundTrip(amount, currency)).toBe(amount);
      }),
      { numRuns: 20 },
    );
  });

  test('is the same after a way through JSON', () => {
    const write = JSON.stringify;

    const read = (text: string) => fromDecimalNumber(Number(text), 'ZAR');

    fc.assert(
      fc.property(amounts, (amount) => {
        expect(read(write(toDecimalNumber(amount, 'ZAR')))).toBe(amount);
      }),
    );
  });

  test.each([0, 1, largestAmount])('may be %i minor units', (amount) => {
    const accepted = v.is(Amount, amount);

    expect(accepted).toBe(true);
  });

  test.each([-1, 0.5, largestAmount + 1, Number.NaN, Infinity, '1', 1n, null])(
    'is not %p',
    (value) => {
      const accepted = v.is(Amount, value);

      expect(accepted).toBe(false);
    },
  );
});

describe('a decimal number', () => {
  test.each([
    [1234.56, 'ZAR', 123456],
    [0.29, 'ZAR', 29],
    [1.1, 'ZAR', 110],
    [4.35, 'ZAR', 435],
    [1234, 'JPY', 1234],
    [1.234, 'BHD', 1234],
    [0.0001, 'CLF', 1],
    [-0, 'ZAR', 0],
    [10_000_000_000, 'ZAR', largestAmount],
  ])('%p %s is exactly %i minor units', (decimal, currency, expected) => {
    const amount = fromDecimalNumber(decimal, currency);

    expect(amount).toBe(expected);
  });

  test.each([
    ['has more decimals than the currency', 0.001, 'ZAR'],
    ['is a sum with a floating-point error', 0.1 + 0.2, 'ZAR'],
    ['has decimals in a currency without', 1.5, 'JPY'],
    ['has four decimals in a currency with three', 1.2345, 'BHD'],
    ['is negative', -1, 'ZAR'],
    ['is too large', 10_000_000_000.01, 'ZAR'],
    ['is too large for whole numbers', 1e21, 'ZAR'],
    ['is tiny', 1e-7, 'ZAR'],
    ['is infinite', Infinity, 'ZAR'],
    ['is no number', Number.NaN, 'ZAR'],
  ])('that %s has no minor units', (_, decimal, currency) => {
    const amount = fromDecimalNumber(decimal, currency);

    expect(amount).toBeUndefined();
  });
});

describe('minor units', () => {
  test.each([
    [123456, 'ZAR', 1234.56],
    [1234, 'JPY', 1234],
    [1234, 'BHD', 1.234],
    [1, 'CLF', 0.0001],
    [0, 'ZAR', 0],
  ])('%i of %s are %p as a decimal number', (amount, currency, expected) => {
    const decimal = toDecimalNumber(amount, currency);

    expect(decimal).toBe(expected);
  });
});

describe('a sum', () => {
  test('is exact, in every currency', () => {
    const lists = fc.array(amounts, { maxLength: 100 });

    const exact = (list: readonly number[]) =>
      Number(list.reduce((sum, amount) => sum + BigInt(amount), 0n));

    fc.assert(
      fc.property(lists, currencies, (list, currency) => {
        expect(sumOf(list, currency)).toBe(exact(list));
      }),
    );
  });

  test('has no floating-point error', () => {
    const cents = [0.1, 0.2].map((rand) => fromDecimalNumber(rand, 'ZAR') ?? Number.NaN);

    const sum = sumOf(cents, 'ZAR');

    expect(toDecimalNumber(sum, 'ZAR')).toBe(0.3);
  });

  test('of nothing is zero', () => {
    const nothing: number[] = [];

    const sum = sumOf(nothing, 'ZAR');

    expect(sum).toBe(0);
  });

  test('takes what is negative away', () => {
    const list = [500, -200];

    const sum = sumOf(list, 'ZAR');

    expect(sum).toBe(300);
  });
});

describe('the amount of a line', () => {
  test('is the price times the quantity less the discount, exactly', () => {
    const lines = fc.record({
      unitPrice: fc.integer({ min: 0, max: 1_000_000_000 }),
      quantity: fc.integer({ min: 1, max: 1_000_000 }),
      discount: fc.integer({ min: 0, max: 1_000_000_000 }),
    });

    const exact = ({ unitPrice, quantity, discount }: Parameters<typeof lineAmount>[0]) =>
      Number(BigInt(unitPrice) * BigInt(quantity) - BigInt(discount));

    fc.assert(
      fc.property(lines, currencies, (line, currency) => {
        expect(lineAmount(line, currency)).toBe(exact(line));
      }),
    );
  });

  test('is negative when the discount exceeds the price', () => {
    const line = { unitPrice: 100, quantity: 1, discount: 150 };

    const amount = lineAmount(line, 'ZAR');

    expect(amount).toBe(-50);
  });
});
