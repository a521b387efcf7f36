import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { Rejection, RejectionCode, rejectionFor } from './rejection.ts';

describe.each(RejectionCode.options)('the rejection %s', (code) => {
  test('fits its schema', () => {
    const rejection = rejectionFor(code);

    const accepted = v.is(Rejection, rejection);

    expect(accepted).toBe(true);
  });

  test('says why in a sentence', () => {
    const rejection = rejectionFor(code);

    const { message } = rejection;

    expect(message).toMatch(/^The [^.]+\.$/);
  });
});

test('a reason that is not known is refused', () => {
  const rejection = { code: 'CART_UGLY', message: 'The cart of this order is ugly.' };

  const accepted = v.is(Rejection, rejection);

  expect(accepted).toBe(false);
});

test('a message of more than 500 characters is refused', () => {
  const rejection = { ...rejectionFor('CART_EMPTY'), message: 'x'.repeat(501) };

  const accepted = v.is(Rejection, rejection);

  expect(accepted).toBe(false);
});
