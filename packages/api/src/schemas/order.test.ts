import { RejectionCode } from '@bbws/domain/rejection';
import { aRejectedOrder } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { publicOrder } from '../public-order.ts';
import { OrderAnswer } from './order.ts';

const Sent = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()));

/** A rejected order as it is answered, rejected for that reason. */
const rejectedFor = (code: string) => {
  const rejection = { code, message: 'The cart of this order cannot be ordered.' };
  return { ...v.parse(Sent, JSON.stringify(publicOrder(aRejectedOrder()))), rejection };
};

describe('the answer that holds a rejected order', () => {
  test.each(RejectionCode.options)('may say %s', (code) => {
    expect(v.is(OrderAnswer, rejectedFor(code))).toBe(true);
  });

  test('says no other code', () => {
    expect(v.is(OrderAnswer, rejectedFor('CART_TOO_HEAVY'))).toBe(false);
  });
});
