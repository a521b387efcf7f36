import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amountFormat } from './amount-format.ts';

describe('an amount', () => {
  test('is written as in South Africa, with spaces that do not break', () => {
    expect(amountFormat('ZAR')(123456789)).toBe('R\u00A01\u00A0234\u00A0567,89');
  });

  test('that is taken off has a minus sign before its currency, and no hyphen', () => {
    expect(amountFormat('ZAR')(-337783)).toBe('\u2212R\u00A03\u00A0377,83');
  });

  test.each([0, -0])('of nothing has no sign', (nothing) => {
    expect(amountFormat('ZAR')(nothing)).toBe('R\u00A00,00');
  });

  test.each([
    ['USD', 'US$12,34'],
    ['JPY', 'JP¥1\u00A0234'],
    ['BHD', 'BHD\u00A01,234'],
    ['CLF', 'CLF\u00A00,1234'],
  ] as const)('in %s has the decimals of its currency', (currency, expected) => {
    expect(amountFormat(currency)(1234)).toBe(expected);
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
