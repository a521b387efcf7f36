import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { CountryCode } from './country.ts';

describe('a country', () => {
  test('is one of 249 codes', () => {
    const codes = CountryCode.options;

    const distinct = new Set(codes);

    expect([codes.length, distinct.size]).toEqual([249, 249]);
  });

  test('has a code that the Unicode tables name', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

    const nameless = CountryCode.options.filter((code) => names.of(code) === undefined);

    expect(nameless).toEqual([]);
  });

  test.each(['ZA', 'NA', 'CI', 'GB'])('may be %s', (code) => {
    const accepted = v.is(CountryCode, code);

    expect(accepted).toBe(true);
  });

  test.each(['za', 'UK', 'EU', 'XK', 'ZAF', 'ZA ', '', 'AN', 'ZZ'])('is not %p', (code) => {
    const accepted = v.is(CountryCode, code);

    expect(accepted).toBe(false);
  });
});
