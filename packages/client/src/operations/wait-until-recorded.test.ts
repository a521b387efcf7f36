import { describe, expect, test } from '@jest/globals';
import { sleep } from '../sleep.ts';
import {
  anAcceptedOrder,
  aRecordedOrder,
  fakeClient,
  orderId,
  problem,
  success,
} from '../testing/fake-api.ts';

const rejection = { code: 'CART_EMPTY', message: 'The cart has no lines.' } as const;

describe('waiting until an order is recorded', () => {
  test('gives the order as soon as it is', async () => {
    const accepted = Array.from({ length: 3 }, () => success(anAcceptedOrder()));
    const { client, pauses } = fakeClient([...accepted, success(aRecordedOrder())]);

    expect(await client.waitUntilRecorded(orderId)).toEqual(aRecordedOrder());
    expect(pauses).toEqual([500, 1000, 2000]);
  });

  test('waits for all the amounts', async () => {
    const early = aRecordedOrder({ tax: null });
    const { client } = fakeClient([success(early), success(aRecordedOrder())]);

    expect(await client.waitUntilRecorded(orderId)).toMatchObject({ tax: 28.43 });
  });

  test('honours Retry-After', async () => {
    const busy = problem(503, 'SERVICE_UNAVAILABLE', { 'Retry-After': '3' });
    const { client, pauses } = fakeClient([busy, success(aRecordedOrder())]);

    await client.waitUntilRecorded(orderId);

    expect(pauses).toEqual([3000]);
  });

  test('says why an order is rejected', async () => {
    const order = anAcceptedOrder({ stage: 'rejected', status: 'failed', rejection });
    const { client } = fakeClient([success(order)]);

    await expect(client.waitUntilRecorded(orderId)).rejects.toMatchObject({
      name: 'OrderWaitError',
      code: 'ORDER_REJECTED',
      message: 'Order ORD-20261120-00001 was rejected: The cart has no lines.',
      order,
    });
  });

  test('says so when no reason is known', async () => {
    const { client } = fakeClient([success(anAcceptedOrder({ stage: 'rejected' }))]);

    await expect(client.waitUntilRecorded(orderId)).rejects.toThrow('no reason is known');
  });

  test('ends when the time is over, with the order as it is', async () => {
    const { client } = fakeClient([success(anAcceptedOrder())], { sleep });

    await expect(client.waitUntilRecorded(orderId, { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'ORDER_WAIT_TIMED_OUT',
      message: `Order ${orderId} is not recorded after 50 ms; it may still be.`,
      order: anAcceptedOrder(),
    });
  });

  test('ends when the time is over while the API says nothing', async () => {
    const silent = ({ signal }: Request) => sleep(60_000, signal).then(() => success('never'));
    const { client } = fakeClient([silent]);

    await expect(client.waitUntilRecorded(orderId, { timeoutMs: 20 })).rejects.toMatchObject({
      code: 'ORDER_WAIT_TIMED_OUT',
      order: undefined,
    });
  });

  test('ends with its signal', async () => {
    const controller = new AbortController();
    const { client } = fakeClient([success(anAcceptedOrder()), success(aRecordedOrder())], {
      sleep: async () => controller.abort(new Error('The page was left.')),
    });

    await expect(client.waitUntilRecorded(orderId, { signal: controller.signal })).rejects.toThrow(
      'The page was left.',
    );
  });

  test('throws what the API refuses', async () => {
    const { client } = fakeClient([problem(404, 'ORDER_NOT_FOUND')]);

    await expect(client.waitUntilRecorded(orderId)).rejects.toMatchObject({
      code: 'ORDER_NOT_FOUND',
    });
  });
});
