import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { BillingAddress } from './billing-address.ts';
import { anAcceptedOrder } from './testing/builders.ts';

const { billingAddress } = anAcceptedOrder();

describe('a billing address', () => {
  test.each(['street', 'city', 'province', 'postalCode', 'country'])('needs its %s', (field) => {
    const address = { ...billingAddress, [field]: undefined };

    const accepted = v.is(BillingAddress, address);

    expect(accepted).toBe(false);
  });

  test.each([
    ['street', 200],
    ['city', 100],
    ['province', 100],
    ['postalCode', 20],
  ])('has a %s of at most %i characters', (field, longest) => {
    const addresses = [longest, longest + 1].map((length) => ({
      ...billingAddress,
      [field]: 'x'.repeat(length),
    }));

    const accepted = addresses.map((address) => v.is(BillingAddress, address));

    expect(accepted).toEqual([true, false]);
  });

  test.each(['street', 'city', 'province', 'postalCode'])('holds no card number as %s', (field) => {
    const address = { ...billingAddress, [field]: '4111111111111111' };

    const accepted = v.is(BillingAddress, address);

    expect(accepted).toBe(false);
  });

  test('is read without the fields that are not known', () => {
    const address = { ...billingAddress, planet: 'Earth' };

    const read = v.parse(BillingAddress, address);

    expect(read).toEqual(billingAddress);
  });
});
