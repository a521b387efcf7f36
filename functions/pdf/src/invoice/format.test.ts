import { describe, expect, test } from '@jest/globals';
import { count, countryName, longDate, makeMoneyFormat } from './format.ts';

describe('amounts', () => {
  test('have the sign of their currency, and spaces that do not break', () => {
    expect(makeMoneyFormat('ZAR').money(123456789)).toBe('R\u00A01\u00A0234\u00A0567,89');
  });

  test.each([
    ['JPY', '5\u00A0000'],
    ['KWD', '5,000'],
    ['IQD', '5,000'],
  ] as const)('in %s have the decimals of ISO 4217', (currency, shown) => {
    expect(makeMoneyFormat(currency).figure(5000)).toBe(shown);
  });

  test('of the largest size are exact to the cent', () => {
    const largest = makeMoneyFormat('ZAR').figure(999_999_999_999);

    expect(largest).toBe('9\u00A0999\u00A0999\u00A0999,99');
  });
});

describe('other facts', () => {
  test('dates are days of the given time zone', () => {
    const lateInLondon = '2026-11-20T22:30:00.000Z';

    expect(longDate(lateInLondon, 'Africa/Johannesburg')).toBe('21 November 2026');
  });

  test('countries have their English name', () => {
    expect(countryName('ZA')).toBe('South Africa');
  });

  test('a country unknown to this Node.js shows its code', () => {
    expect(countryName('QX')).toBe('QX');
  });

  test('counts are grouped', () => {
    expect(count(1_000_000)).toBe('1\u00A0000\u00A0000');
  });
});
