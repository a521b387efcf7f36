import { describe, expect, test } from '@jest/globals';
import * as currencies from 'dinero.js/currencies';
import * as v from 'valibot';
import { CurrencyCode, currencyOf } from './currency.ts';

const decimalOnes = Object.values(currencies).filter(({ base }) => base === 10);

describe('the table of currencies', () => {
  test('has the codes of dinero.js whose unit is divided by a power of ten', () => {
    const expected = decimalOnes.map(({ code }) => code).toSorted();

    const codes = CurrencyCode.options.toSorted();

    expect(codes).toEqual(expected);
  });

  test('has the decimals of dinero.js', () => {
    const expected = decimalOnes.map(({ code, base, exponent }) => ({ code, base, exponent }));

    const own = expected.map(({ code }) => currencyOf(code));

    expect(own).toEqual(expected);
  });
});

describe('a currency', () => {
  test.each([
    ['ZAR', 2],
    ['JPY', 0],
    ['BHD', 3],
    ['CLF', 4],
  ])('such as %s has %i decimals', (code, decimals) => {
    const { exponent } = currencyOf(code);

    expect(exponent).toBe(decimals);
  });

  test.each(['zar', 'R', '', 'XXX', 'XAU', 'BTC', 'MGA', 'ZAR '])('is not %p', (code) => {
    const accepted = v.is(CurrencyCode, code);

    expect(accepted).toBe(false);
  });

  test('never has decimals that are guessed', () => {
    const code = 'XXX';

    const lookUp = () => currencyOf(code);

    expect(lookUp).toThrow(RangeError);
  });
});
