import { describe, expect, test } from '@jest/globals';
import { requestHash } from './request-hash.ts';

describe('The hash of a request', () => {
  test('does not depend on the order of fields, however deep', () => {
    const one = { cartId: 'c', billingAddress: { city: 'Cape Town', country: 'ZA' } };
    const other = { billingAddress: { country: 'ZA', city: 'Cape Town' }, cartId: 'c' };

    expect(requestHash(other)).toBe(requestHash(one));
  });

  test('differs when a value does', () => {
    expect(requestHash({ cartId: 'c', name: null })).not.toBe(
      requestHash({ cartId: 'd', name: null }),
    );
  });
});
