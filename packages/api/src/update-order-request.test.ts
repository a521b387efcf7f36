import { describe, expect, test } from '@jest/globals';
import { orderStatuses } from '@bbws/domain/order-status';
import { parseRequest } from '@bbws/domain/parse';
import { aPayment } from '@bbws/domain/testing/builders';
import { refusalOf } from '@bbws/domain/testing/refusal';
import fc from 'fast-check';
import * as v from 'valibot';
import { etag, IfMatch, matchesVersion, UpdateOrderRequest } from './update-order-request.ts';

const errorsOf = (input: unknown) =>
  refusalOf(() => parseRequest(UpdateOrderRequest, input)).details.errors;

describe('a change of an order', () => {
  test.each(orderStatuses)('may set the status %s', (status) => {
    const accepted = v.is(UpdateOrderRequest, { status });

    expect(accepted).toBe(true);
  });

  test('may set the payment', () => {
    const request = { paymentDetails: aPayment() };

    const parsed = v.parse(UpdateOrderRequest, request);

    expect(parsed).toEqual(request);
  });

  test('may set both', () => {
    const request = { status: 'paid', paymentDetails: aPayment() };

    const parsed = v.parse(UpdateOrderRequest, request);

    expect(parsed).toEqual(request);
  });

  test('sets at least one', () => {
    const errors = errorsOf({});

    expect(errors).toEqual([{ path: '', message: 'must have status, paymentDetails or both' }]);
  });

  test.each(['total', 'tenantId', 'version', 'items', 'active', 'customerEmail', 'valueOf'])(
    'is refused with %s',
    (field) => {
      const errors = errorsOf({ status: 'paid', [field]: 1 });

      expect(errors).toEqual([{ path: `/${field}`, message: 'is not a known field' }]);
    },
  );

  test.each(['cardNumber', 'cvv'])('is refused with %s in the payment', (field) => {
    const paymentDetails = { ...aPayment(), [field]: '123' };

    const errors = errorsOf({ paymentDetails });

    expect(errors).toEqual([{ path: `/paymentDetails/${field}`, message: 'is not a known field' }]);
  });

  test.each(['method', 'transactionId', 'paidAt'])('needs the %s of a payment', (field) => {
    const paymentDetails = { ...aPayment(), [field]: undefined };

    const errors = errorsOf({ paymentDetails });

    expect(errors).toEqual([{ path: `/paymentDetails/${field}`, message: 'is required' }]);
  });

  test.each([
    ['method', 'x'.repeat(51)],
    ['transactionId', 'x'.repeat(101)],
    ['transactionId', '4111111111111111'],
    ['paidAt', '2026-02-30T12:00:00Z'],
    ['paidAt', '2026-11-20T12:00:00'],
  ])('is refused when the %s of the payment is %p', (field, value) => {
    const paymentDetails = { ...aPayment(), [field]: value };

    const accepted = v.is(UpdateOrderRequest, { paymentDetails });

    expect(accepted).toBe(false);
  });

  test('has the time of the payment in UTC', () => {
    const paymentDetails = { ...aPayment(), paidAt: '2026-11-20T00:15:00+02:00' };

    const { paymentDetails: parsed } = v.parse(UpdateOrderRequest, { paymentDetails });

    expect(parsed?.paidAt).toBe('2026-11-19T22:15:00.000Z');
  });

  test.each([{ status: null }, { status: 'shipped' }, { paymentDetails: null }, [], null, 'paid'])(
    'is not %j',
    (request) => {
      const accepted = v.is(UpdateOrderRequest, request);

      expect(accepted).toBe(false);
    },
  );
});

describe('If-Match', () => {
  test.each(['"3"', 'W/"3"', '*', ' "3" ', '"1", "2"', '"1","2" , W/"3"', '""', '"a,b"'])(
    'may be %s',
    (header) => {
      const accepted = v.is(IfMatch, header);

      expect(accepted).toBe(true);
    },
  );

  test.each([
    '',
    '3',
    '"3',
    '3"',
    "'3'",
    'w/"3"',
    '"3" "4"',
    '"3",',
    '*, "3"',
    '"a b"',
    '"é"',
    '**',
  ])('is not %p', (header) => {
    const accepted = v.is(IfMatch, header);

    expect(accepted).toBe(false);
  });

  test.each([
    ['"3"', 3],
    ['*', 3],
    ['"1", "3"', 3],
    ['"1","3","4"', 3],
    ['W/"3", "3"', 3],
  ])('%s names version %i', (header, version) => {
    const matches = matchesVersion(v.parse(IfMatch, header), version);

    expect(matches).toBe(true);
  });

  test.each([
    ['"3"', 4],
    ['W/"3"', 3],
    ['"33"', 3],
    ['"03"', 3],
    ['""', 3],
    ['"1", "2"', 3],
    ['"1,3"', 3],
  ])('%s does not name version %i', (header, version) => {
    const matches = matchesVersion(v.parse(IfMatch, header), version);

    expect(matches).toBe(false);
  });

  test('names a version by its own entity tag and no other', () => {
    const versions = fc.integer({ min: 1, max: 1000 });

    const names = (tag: number, version: number) =>
      matchesVersion(v.parse(IfMatch, etag(tag)), version);

    fc.assert(
      fc.property(versions, versions, (tag, version) => {
        expect(names(tag, version)).toBe(tag === version);
        expect(names(version, version)).toBe(true);
      }),
    );
  });
});
