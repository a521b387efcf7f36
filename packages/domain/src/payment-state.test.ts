import { expect, test } from '@jest/globals';
import { paymentStateOf } from './payment-state.ts';

test.each([
  ['pending', 'due'],
  ['paid', 'paid'],
  ['processing', 'paid'],
  ['completed', 'paid'],
  ['cancelled', 'cancelled'],
  ['failed', 'failed'],
  ['refunded', 'refunded'],
] as const)('the money of an order that is %s is %s', (status, expected) => {
  const state = paymentStateOf(status);

  expect(state).toBe(expected);
});
