import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { NumberRegion, OrderNumber, orderNumber } from './order-number.ts';

describe('an order number', () => {
  test.each([
    [1, 'ORD-20261120-00001'],
    [99_999, 'ORD-20261120-99999'],
    [100_000, 'ORD-20261120-100000'],
    [1_234_567, 'ORD-20261120-1234567'],
  ])('of sequence %i is %s', (sequence, expected) => {
    const number = orderNumber('2026-11-20', sequence);

    expect(number).toBe(expected);
  });

  test('of another region has its letter before the sequence', () => {
    const region = 'E';

    const number = orderNumber('2026-11-20', 1, region);

    expect(number).toBe('ORD-20261120-E00001');
  });

  test('always fits its schema', () => {
    const sequences = fc.integer({ min: 1, max: 999_999_999_999 });
    const regions = fc.constantFrom('', 'A', 'E', 'Z');

    const make = (sequence: number, region: string) => orderNumber('2024-02-29', sequence, region);

    fc.assert(
      fc.property(sequences, regions, (sequence, region) => {
        expect(v.is(OrderNumber, make(sequence, region))).toBe(true);
      }),
    );
  });

  test('is never that of another sequence or region', () => {
    const parts = fc.tuple(fc.integer({ min: 1, max: 200_000 }), fc.constantFrom('', 'E', 'W'));

    const make = ([sequence, region]: [number, string]) =>
      orderNumber('2026-11-20', sequence, region);

    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = one[0] === other[0] && one[1] === other[1];
        expect(make(one) === make(other)).toBe(same);
      }),
    );
  });

  test.each([
    'ORD-20261120-0001',
    'ORD-2026112-00001',
    'ORD-20261120-e00001',
    'ORD-20261120-EE00001',
    'ORD-20261120-1234567890123',
    'ord-20261120-00001',
    'ORD-20261120-00001\n',
    ' ORD-20261120-00001',
    'ORD-20261120-00001/..',
  ])('is not %p', (text) => {
    const accepted = v.is(OrderNumber, text);

    expect(accepted).toBe(false);
  });
});

describe('the region of a number', () => {
  test.each(['', 'E', 'Z'])('may be %p', (region) => {
    const accepted = v.is(NumberRegion, region);

    expect(accepted).toBe(true);
  });

  test.each(['e', 'EE', '1', ' ', 'É'])('is not %p', (region) => {
    const accepted = v.is(NumberRegion, region);

    expect(accepted).toBe(false);
  });
});
