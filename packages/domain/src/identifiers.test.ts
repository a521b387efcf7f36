import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { CampaignCode } from './campaign.ts';
import { CartId, CorrelationId, OrderId, TenantId, Uuid } from './identifiers.ts';
import { OrderNumber } from './order-number.ts';

const uuids = fc.uuid({ version: [4, 5] });
const tokens = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/);
const identifiers = [
  { name: 'a tenant id', schema: TenantId, valid: tokens },
  { name: 'a cart id', schema: CartId, valid: tokens },
  { name: 'a campaign code', schema: CampaignCode, valid: tokens },
  { name: 'an order id', schema: OrderId, valid: uuids },
  { name: 'an event id', schema: Uuid, valid: uuids },
  {
    name: 'a correlation id',
    schema: CorrelationId,
    valid: fc.stringMatching(/^[A-Za-z0-9=:._-]{1,127}$/),
  },
  {
    name: 'an order number',
    schema: OrderNumber,
    valid: fc.stringMatching(/^ORD-[0-9]{8}-[A-Z]?[0-9]{5,11}$/),
  },
];

describe.each(identifiers)('$name', ({ schema, valid }) => {
  test('is accepted in its form, unchanged', () => {
    const values = valid;

    const parse = (value: string) => v.parse(schema, value);

    fc.assert(
      fc.property(values, (value) => {
        expect(parse(value)).toBe(value);
      }),
      { numRuns: 50 },
    );
  });

  test('never has a separator of keys, paths or lines anywhere', () => {
    const hostile = fc
      .tuple(valid, fc.constantFrom('#', '/', '\\', '\n', '\r', '%', ' ', '\0'), fc.nat(64))
      .map(([value, character, at]) => value.slice(0, at) + character + value.slice(at));

    const accepts = (value: string) => v.is(schema, value);

    fc.assert(
      fc.property(hostile, (value) => {
        expect(accepts(value)).toBe(false);
      }),
    );
  });

  test.each(['', 'é', '😀', '４', 42, null, undefined, ['a'], {}])('is not %p', (value) => {
    const accepted = v.is(schema, value);

    expect(accepted).toBe(false);
  });
});

describe.each([
  { name: 'a tenant id', schema: TenantId },
  { name: 'a cart id', schema: CartId },
  { name: 'a campaign code', schema: CampaignCode },
])('$name', ({ schema }) => {
  test('has up to 64 characters', () => {
    const lengths = [64, 65];

    const accepted = lengths.map((length) => v.is(schema, 'a'.repeat(length)));

    expect(accepted).toEqual([true, false]);
  });

  test.each(['-a', '_a', 'a.b', '.', '..', '__proto__'])('is not %p', (value) => {
    const accepted = v.is(schema, value);

    expect(accepted).toBe(false);
  });
});

describe('an order id', () => {
  test.each([
    ['in upper case', '0B6F3C1E-5D0A-4C8E-9A51-7D2F6F0C9E11'],
    ['without hyphens', '0b6f3c1e5d0a4c8e9a517d2f6f0c9e11'],
    ['in braces', '{0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11}'],
    ['of another variant', '0b6f3c1e-5d0a-4c8e-1a51-7d2f6f0c9e11'],
    ['of zeros', '00000000-0000-0000-0000-000000000000'],
  ])('is not a UUID %s', (_, value) => {
    const accepted = v.is(OrderId, value);

    expect(accepted).toBe(false);
  });
});

test('a correlation id may be a trace id of X-Ray', () => {
  const traceId = 'Root=1-67891233-abcdef012345678912345678:0a_b.c';

  const accepted = v.is(CorrelationId, traceId);

  expect(accepted).toBe(true);
});

test('a correlation id has up to 128 characters', () => {
  const lengths = [128, 129];

  const accepted = lengths.map((length) => v.is(CorrelationId, 'a'.repeat(length)));

  expect(accepted).toEqual([true, false]);
});
