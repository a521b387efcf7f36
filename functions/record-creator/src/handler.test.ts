import { describe, expect, test } from '@jest/globals';
import {
  aCart,
  aLinkKey,
  aRecordedOrder,
  aRejectedOrder,
  anEvent,
} from '@bbws/domain/testing/builders';
import { aContext, sqsEventOf } from '@bbws/lambda/testing/sqs-event';
import { makeHandler, type Deps } from './handler.ts';
import { recordDeps } from './testing/record-deps.ts';

const accepted = anEvent('order.accepted');
const done = { batchItemFailures: [] };
const failed = { batchItemFailures: [{ itemIdentifier: 'message-1' }] };

const receive = (deps: Deps, receiveCount = 1) =>
  makeHandler(deps)(sqsEventOf(accepted, receiveCount), aContext);
const cartOf = (changes: object) => async () => aCart(changes);

describe('record-creator', () => {
  test('completes the order from its cart, in minor units', async () => {
    const { deps, completions } = recordDeps();

    const response = await receive(deps);

    expect(response).toEqual(done);
    expect(completions).toHaveLength(1);
    expect(completions[0]?.outcome).toMatchObject({
      stage: 'recorded',
      amounts: { subtotal: 20000, discount: 261, shipping: 2000, tax: 3261, total: 25000 },
    });
  });

  test('raises the version, and proves that it received the announcement', async () => {
    const { deps, completions } = recordDeps();

    await receive(deps);

    expect(completions[0]).toMatchObject({
      receivedEventId: accepted.id,
      change: { status: 'pending', version: 2, by: 'system:record-creator' },
      event: { type: 'order.recorded', orderVersion: 2, correlationId: accepted.correlationId },
    });
  });

  test('gives the order a fresh key for the links to its invoice', async () => {
    const { deps, completions } = recordDeps({ newLinkKey: () => aLinkKey('n') });

    await receive(deps);

    expect(completions[0]?.outcome).toMatchObject({ linkKey: aLinkKey('n') });
  });

  test('publishes order.recorded, which stays in the outbox', async () => {
    const { deps, completions, published, removed } = recordDeps();

    await receive(deps);

    expect(published).toEqual([completions[0]?.event]);
    expect(removed).toEqual([]);
  });

  test('counts the record, and measures the write', async () => {
    const { deps, counts } = recordDeps();

    await receive(deps);

    expect(counts).toEqual({ WriteLatency: 1, OrdersRecorded: 1 });
  });
});

describe('A cart that cannot become an order', () => {
  test.each([
    ['does not add up', cartOf({ total: 251 }), 'CART_SUMS_WRONG'],
    ['is of another tenant', cartOf({ tenantId: 'tenant-other' }), 'CART_OF_OTHER_TENANT'],
    ['has no lines', cartOf({ items: [] }), 'CART_EMPTY'],
  ])('is rejected when it %s', async (_, fetchCart, code) => {
    const { deps, completions, published, removed, counts } = recordDeps({ fetchCart });

    const response = await receive(deps);

    expect(response).toEqual(done);
    expect(completions[0]).toMatchObject({
      outcome: { stage: 'rejected', rejection: { code } },
      change: { status: 'failed' },
      event: { type: 'order.rejected' },
    });
    expect(published).toEqual(removed);
    expect(counts['OrdersRejected']).toBe(1);
  });

  test.each([
    [1, 30],
    [2, 120],
  ])('is looked for again when unknown at receive %i', async (receiveCount, delay) => {
    const { deps, completions, delays } = recordDeps({ fetchCart: async () => undefined });

    const response = await receive(deps, receiveCount);

    expect(response).toEqual(failed);
    expect(completions).toEqual([]);
    expect(delays).toEqual([delay]);
  });

  test('is rejected when still unknown at the third receive', async () => {
    const { deps, completions } = recordDeps({ fetchCart: async () => undefined });

    await receive(deps, 3);

    expect(completions[0]?.outcome).toMatchObject({ rejection: { code: 'CART_NOT_FOUND' } });
  });

  test('is not judged while the Cart API is away: in the end its message is put aside', async () => {
    const letters: string[] = [];
    const { deps, completions } = recordDeps({
      fetchCart: async () => Promise.reject(new Error('away')),
      queue: {
        delay: async () => undefined,
        deadLetter: async (_, reason) => void letters.push(reason),
      },
    });

    const responses = [await receive(deps, 4), await receive(deps, 5)];

    expect(responses).toEqual([failed, done]);
    expect(letters).toEqual(['RETRIES_EXHAUSTED']);
    expect(completions).toEqual([]);
  });
});

describe('A message that comes again, early or late', () => {
  test('is retried while its order is not in the table', async () => {
    const { deps } = recordDeps({ readOrder: async () => undefined });

    expect(await receive(deps)).toEqual(failed);
  });

  test.each([
    ['recorded', aRecordedOrder(), anEvent('order.recorded'), 0],
    ['rejected', aRejectedOrder(), anEvent('order.rejected'), 1],
  ])(
    'is a success when the order is %s: what is in the outbox is published again',
    async (_, order, event, removals) => {
      const { deps, completions, published, removed, counts } = recordDeps({
        readOrder: async () => ({ order, outbox: [event] }),
      });

      const response = await receive(deps);

      expect(response).toEqual(done);
      expect(completions).toEqual([]);
      expect(published).toEqual([event]);
      expect(removed).toHaveLength(removals);
      expect(counts['Duplicates']).toBe(1);
    },
  );

  test('is a success when somebody else completes the order first', async () => {
    const other = { order: aRecordedOrder(), outbox: [anEvent('order.recorded')] };
    const { deps, published, counts } = recordDeps({ completeOrder: async () => other });

    const response = await receive(deps);

    expect(response).toEqual(done);
    expect(published).toEqual(other.outbox);
    expect(counts['OrdersRecorded']).toBeUndefined();
  });

  test('is retried when the write fails', async () => {
    const { deps, published } = recordDeps({
      completeOrder: async () => Promise.reject(new Error('throttled')),
    });

    const response = await receive(deps);

    expect(response).toEqual(failed);
    expect(published).toEqual([]);
  });
});
