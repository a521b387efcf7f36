import { describe, expect, test } from '@jest/globals';
import { retryAfterSeconds } from './retry-after.ts';

const noon = () => Date.UTC(2026, 10, 20, 12);

describe('Retry-After', () => {
  test.each([
    ['7', 7],
    ['0', 0],
    ['Fri, 20 Nov 2026 12:00:30 GMT', 30],
    ['Fri, 20 Nov 2026 11:59:00 GMT', 0],
    ['soon', undefined],
    ['-1 apples', undefined],
  ])('%j is %j seconds', (value, expected) => {
    expect(retryAfterSeconds(new Headers({ 'Retry-After': value }), noon)).toBe(expected);
  });

  test('may be missing', () => {
    expect(retryAfterSeconds(new Headers())).toBeUndefined();
  });
});
