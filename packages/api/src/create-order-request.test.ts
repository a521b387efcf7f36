import { describe, expect, test } from '@jest/globals';
import { parseRequest } from '@bbws/domain/parse';
import { refusalOf } from '@bbws/domain/testing/refusal';
import fc from 'fast-check';
import * as v from 'valibot';
import { CreateOrderRequest, IdempotencyKey } from './create-order-request.ts';
import { aBillingAddress, aCreateOrderRequest } from './testing/requests.ts';

const errorsOf = (input: unknown) =>
  refusalOf(() => parseRequest(CreateOrderRequest, input)).details.errors;

describe('a request for an order', () => {
  test('may have every field', () => {
    const request = aCreateOrderRequest({
      customerName: 'Thandi Sample',
      customerVatNumber: '4123456789',
      campaignCode: 'SPRING-26',
    });

    const parsed = parseRequest(CreateOrderRequest, request);

    expect(parsed).toEqual(request);
  });

  test('may leave out the customer’s name and VAT number and the campaign code', () => {
    const request = aCreateOrderRequest();

    const accepted = v.is(CreateOrderRequest, request);

    expect(accepted).toBe(true);
  });

  test.each(['cartId', 'customerEmail', 'billingAddress'])('needs its %s', (field) => {
    const request = JSON.parse(JSON.stringify(aCreateOrderRequest({ [field]: undefined })));

    const errors = errorsOf(request);

    expect(errors).toEqual([{ path: `/${field}`, message: 'is required' }]);
  });

  test.each(['street', 'city', 'province', 'postalCode', 'country'])(
    'needs the %s of its address',
    (field) => {
      const billingAddress = aBillingAddress({ [field]: undefined });

      const errors = errorsOf(aCreateOrderRequest({ billingAddress }));

      expect(errors).toEqual([{ path: `/billingAddress/${field}`, message: 'is required' }]);
    },
  );

  test.each(['tenantId', 'items', 'total', 'status', 'id', 'cartID', 'toString'])(
    'is refused with the unknown field %s',
    (field) => {
      const errors = errorsOf(aCreateOrderRequest({ [field]: 'x' }));

      expect(errors).toEqual([{ path: `/${field}`, message: 'is not a known field' }]);
    },
  );

  test('is refused with an unknown field in its address', () => {
    const billingAddress = aBillingAddress({ planet: 'Earth' });

    const errors = errorsOf(aCreateOrderRequest({ billingAddress }));

    expect(errors).toEqual([{ path: '/billingAddress/planet', message: 'is not a known field' }]);
  });

  test('is refused with a prototype', () => {
    const text = JSON.stringify(aCreateOrderRequest()).replace('{', '{"__proto__":{"a":1},');

    const errors = errorsOf(JSON.parse(text));

    expect(errors).toEqual([{ path: '/__proto__', message: 'is not a known field' }]);
  });

  test.each([
    ['cartId', 64, 'c'],
    ['customerName', 100, 'n'],
    ['customerVatNumber', 20, 'V'],
    ['campaignCode', 64, 'C'],
  ])('has a %s of at most %i characters', (field, longest, character) => {
    const requests = [longest, longest + 1].map((length) =>
      aCreateOrderRequest({ [field]: character.repeat(length) }),
    );

    const accepted = requests.map((request) => v.is(CreateOrderRequest, request));

    expect(accepted).toEqual([true, false]);
  });

  test.each([
    ['street', 200],
    ['city', 100],
    ['province', 100],
    ['postalCode', 20],
  ])('has a %s of at most %i characters in its address', (field, longest) => {
    const requests = [longest, longest + 1].map((length) =>
      aCreateOrderRequest({ billingAddress: aBillingAddress({ [field]: 'x'.repeat(length) }) }),
    );

    const accepted = requests.map((request) => v.is(CreateOrderRequest, request));

    expect(accepted).toEqual([true, false]);
  });

  test.each([
    ['cartId', '../carts/other'],
    ['cartId', 'cart?tenantId=other'],
    ['cartId', null],
    ['customerEmail', 'a@example.com\r\nBcc: b@example.com'],
    ['customerEmail', 'a@example.com, b@example.com'],
    ['customerName', 'Thandi\r\nSample'],
    ['customerName', ''],
    ['customerName', null],
    ['customerName', '4111 1111 1111 1111'],
    ['customerVatNumber', '4111 1111 1111 1111'],
    ['customerVatNumber', '412'],
    ['campaignCode', 'SPRING 26'],
    ['billingAddress', []],
    ['billingAddress', 'Long Street'],
  ])('is refused when its %s is %j', (field, value) => {
    const accepted = v.is(CreateOrderRequest, aCreateOrderRequest({ [field]: value }));

    expect(accepted).toBe(false);
  });

  test.each([
    ['country', 'za'],
    ['country', 'ZAF'],
    ['street', 'Card 4111-1111-1111-1111'],
    ['city', 'Cape\nTown'],
  ])('is refused when the %s of its address is %j', (field, value) => {
    const billingAddress = aBillingAddress({ [field]: value });

    const accepted = v.is(CreateOrderRequest, aCreateOrderRequest({ billingAddress }));

    expect(accepted).toBe(false);
  });

  test.each([[], 'order', 42, null, undefined])('is not %p', (input) => {
    const accepted = v.is(CreateOrderRequest, input);

    expect(accepted).toBe(false);
  });

  test('is refused without quoting what it holds', () => {
    const secrets = fc.uuid().map((uuid) => `${uuid}\n`);

    const refuse = (secret: string) =>
      JSON.stringify(
        errorsOf({
          cartId: secret,
          customerEmail: secret,
          customerName: secret,
          customerVatNumber: secret,
          campaignCode: secret,
          billingAddress: aBillingAddress({
            city: ['', secret],
            country: secret,
            street: `${secret}x`,
          }),
        }),
      );

    fc.assert(
      fc.property(secrets, (secret) => {
        expect(refuse(secret)).not.toContain(secret.trim());
      }),
      { numRuns: 20 },
    );
  });
});

describe('an idempotency key', () => {
  test.each(['1', '0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11', '"quoted"', '!~', 'k'.repeat(255)])(
    'may be %p',
    (key) => {
      const accepted = v.is(IdempotencyKey, key);

      expect(accepted).toBe(true);
    },
  );

  test.each(['', ' ', 'a b', 'a\n', 'é', '\u007F', 'k'.repeat(256), 42, undefined])(
    'is not %p',
    (key) => {
      const accepted = v.is(IdempotencyKey, key);

      expect(accepted).toBe(false);
    },
  );
});
