import { describe, expect, test } from '@jest/globals';
import { OrderApiError } from './errors.ts';
import {
  anAcceptedOrder,
  aRecordedOrder,
  fakeClient,
  orderId,
  problem,
  success,
} from './testing/fake-api.ts';
import { wrongReads } from './testing/wrong-calls.ts';
import { OrderWaitError } from './wait-error.ts';

describe('the types of answers', () => {
  test('are right to say that an amount may be missing', () => {
    expect(() => wrongReads.amountAsText(anAcceptedOrder())).toThrow(TypeError);
  });

  test('are right to say that a recorded order has its amounts', async () => {
    const { client } = fakeClient([success(aRecordedOrder())]);

    const { total } = await client.waitUntilRecorded(orderId);

    expect(total.toFixed(2)).toBe('217.93');
  });

  test('know the statuses, the fields and the codes', () => {
    const late = new OrderWaitError('ORDER_WAIT_TIMED_OUT', 'Late', undefined);

    expect(wrongReads.isShipped(anAcceptedOrder())).toBe(false);
    expect(wrongReads.typeOfNumber(anAcceptedOrder())).toBe('undefined');
    expect(wrongReads.isGone(late)).toBe(false);
  });

  test('let a newer code of the API through', async () => {
    const { client } = fakeClient([problem(418, 'TEAPOT')]);

    const error: unknown = await client.health().catch((caught: unknown) => caught);

    expect(error instanceof OrderApiError && error.code === 'TEAPOT').toBe(true);
  });
});
