import { randomUUID } from 'node:crypto';
import { aRecordedOrder, anAcceptedOrder, anEvent } from '@bbws/domain/testing/builders';
import type { Completion } from '@bbws/dynamo/complete-order';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { aContext, sqsEventOf } from '@bbws/lambda/testing/sqs-event';
import { describe, expect, test } from '@jest/globals';
import { makeHandler, type Deps } from './handler.ts';
import { recordDeps } from './testing/record-deps.ts';

const accepted = anEvent('order.accepted');
const receive = (deps: Deps) => makeHandler(deps)(sqsEventOf(accepted), aContext);

/** What completing finds, one answer per attempt; `undefined` completes. */
const completing = (...answers: (StoredOrder | undefined)[]) => {
  const completions: Completion[] = [];
  const completeOrder = async (completion: Completion) => {
    completions.push(completion);
    return answers[Math.min(completions.length, answers.length) - 1];
  };
  return { completions, completeOrder };
};

const hidden: StoredOrder = {
  order: anAcceptedOrder({ active: false, version: 2 }),
  outbox: [accepted],
};

describe('An order that is hidden while it is recorded', () => {
  test('is completed as it is then, from the same cart', async () => {
    const { completions, completeOrder } = completing(hidden, undefined);
    let carts = 0;
    const { deps } = recordDeps({ completeOrder, newId: randomUUID });
    const { fetchCart } = deps;

    const response = await receive({
      ...deps,
      fetchCart: (...cart) => {
        carts += 1;
        return fetchCart(...cart);
      },
    });

    expect(response).toEqual({ batchItemFailures: [] });
    expect(completions.map(({ order, change }) => [order.active, change.version])).toEqual([
      [true, 2],
      [false, 3],
    ]);
    expect(carts).toBe(1);
  });

  test('is announced once, as recorded, and counts as no duplicate', async () => {
    const { completions, completeOrder } = completing(hidden, undefined);
    const { deps, published, counts } = recordDeps({ completeOrder, newId: randomUUID });

    await receive(deps);

    expect(published).toEqual([completions[1]?.event]);
    expect(counts).toMatchObject({ OrdersRecorded: 1, WriteLatency: 2 });
    expect(counts['Duplicates']).toBeUndefined();
  });

  test('is left to whoever completes it in the meantime', async () => {
    const other = { order: aRecordedOrder(), outbox: [anEvent('order.recorded')] };
    const { completeOrder } = completing(hidden, other);
    const { deps, published, counts } = recordDeps({ completeOrder });

    await receive(deps);

    expect(published).toEqual(other.outbox);
    expect(counts['Duplicates']).toBe(1);
  });

  test('is retried later when it never stands still', async () => {
    const { completions, completeOrder } = completing(hidden);
    const { deps, published } = recordDeps({ completeOrder });

    const response = await receive(deps);

    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
    expect(completions).toHaveLength(4);
    expect(published).toEqual([]);
  });
});

describe('An order that was reopened', () => {
  const entryOf = (version: number, status: 'pending' | 'failed') => ({
    ...{ version, status, at: accepted.occurredAt, by: 'operator', writeId: randomUUID() },
  });
  const reopened: StoredOrder = {
    order: anAcceptedOrder({
      version: 3,
      statusHistory: [entryOf(1, 'pending'), entryOf(2, 'failed'), entryOf(3, 'pending')],
    }),
    outbox: [anEvent('order.accepted', { id: randomUUID(), orderVersion: 3 })],
  };

  test('is not completed from what was seen of its cart before', async () => {
    const { completions, completeOrder } = completing(reopened, undefined);
    const { deps, published } = recordDeps({ completeOrder, fetchCart: async () => undefined });

    const response = await makeHandler(deps)(sqsEventOf(accepted, 3), aContext);

    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
    expect(completions.map(({ change }) => change.version)).toEqual([2]);
    expect(published).toEqual([]);
  });

  test('is completed from its cart as it is since, also when it is hidden meanwhile', async () => {
    const again: StoredOrder = {
      ...reopened,
      order: { ...reopened.order, active: false, version: 4 },
    };
    const { completions, completeOrder } = completing(again, undefined);
    const { deps } = recordDeps({ completeOrder, readOrder: async () => reopened });

    await receive(deps);

    expect(completions.map(({ outcome, change }) => [outcome.stage, change.version])).toEqual([
      ['recorded', 4],
      ['recorded', 5],
    ]);
  });

  test('has its own announcement taken from the outbox, also by a late message of its first life', async () => {
    const announcement = anEvent('order.accepted', { id: randomUUID(), orderVersion: 3 });
    const { completions, completeOrder } = completing(undefined);
    const { deps } = recordDeps({
      completeOrder,
      readOrder: async () => ({ order: anAcceptedOrder({ version: 3 }), outbox: [announcement] }),
    });

    await receive(deps);

    expect(completions[0]?.receivedEventId).toBe(announcement.id);
  });

  test('is completed by any message when its outbox has no announcement', async () => {
    const { completions, completeOrder } = completing(undefined);
    const { deps } = recordDeps({
      completeOrder,
      readOrder: async () => ({ order: anAcceptedOrder(), outbox: [] }),
    });

    await receive(deps);

    expect(completions[0]?.receivedEventId).toBe(accepted.id);
  });
});
