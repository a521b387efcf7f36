import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { createDeps } from '@bbws/create/testing/create-deps';
import type { Cart } from '@bbws/domain/cart';
import type { Order } from '@bbws/domain/order';
import {
  aCart,
  anAcceptedOrder,
  anEvent,
  aRecordedOrder,
  aTenantId,
} from '@bbws/domain/testing/builders';
import type { Effect } from '@bbws/dynamo/effect';
import { tableOf } from '@bbws/dynamo/table';
import type { OnceDeps } from '@bbws/lambda/once';
import { sqsEvent } from '@bbws/lambda/testing/sqs-event';
import { recordDeps } from '@bbws/record-creator/testing/record-deps';
import { describe, expect, test } from '@jest/globals';
import type { AlteredWorld } from '../world/functions.ts';
import { defects } from './defects.ts';
import { markBeforeSend } from './mark-before-send.ts';

const defectOf = (wanted: string) => defects.find(({ name }) => name === wanted)?.defect ?? {};

/** The changes of a defect to what is asked and answered. */
const answered = (
  name: string,
  ...answer: Parameters<NonNullable<ReturnType<typeof defectOf>['answer']>>
) => defectOf(name).answer?.(...answer);

const batch = sqsEvent({ body: 'a' }, { body: 'b' });
const oneFailed = { batchItemFailures: [{ itemIdentifier: 'message-1' }] };
const noneFailed = { batchItemFailures: [] };

describe('a defect in the answers of processors', () => {
  test('swallows every failure', () => {
    expect(answered('errors-swallowed', 'pdf', oneFailed, batch)).toEqual(noneFailed);
  });

  test('forgets to answer', () => {
    expect(answered('return-forgotten', 'pdf', oneFailed, batch)).toBeUndefined();
  });

  test('fails a whole batch for one message, and none when there was no failure', () => {
    expect(answered('whole-batch-fails', 'pdf', oneFailed, batch)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-1' }, { itemIdentifier: 'message-2' }],
    });
    expect(answered('whole-batch-fails', 'pdf', noneFailed, batch)).toEqual(noneFailed);
  });

  test.each(['errors-swallowed', 'return-forgotten', 'whole-batch-fails'])(
    'leaves API and sweeper alone: %s',
    (name) => {
      for (const functionName of ['create', 'update', 'sweeper'] as const)
        expect(answered(name, functionName, 'an answer', {})).toBe('an answer');
    },
  );
});

describe('a defect of create', () => {
  test('does not see the key of a request', () => {
    const { request } = defectOf('key-ignored');
    const event = { headers: { 'idempotency-key': 'order-1' }, body: '{}' };

    expect(request?.('create', event)).toEqual({ headers: null, body: '{}' });
    expect(request?.('update', event)).toBe(event);
  });

  test('keeps no event for the sweeper', async () => {
    const removed: string[] = [];
    const { deps } = createDeps({ removeFromOutbox: async ({ id }) => void removed.push(id) });
    const altered = defectOf('no-outbox').alter?.create?.(deps, idle());
    const event = anEvent('order.accepted');

    await altered?.acceptOrder({ order: anAcceptedOrder(), event });
    expect(removed).toEqual([event.id]);

    // Nothing was written: what is there keeps its own event.
    await altered?.acceptOrder({ order: anAcceptedOrder(), event });
    expect(removed).toEqual([event.id]);
  });
});

describe('a defect of update', () => {
  test('does not find an order that is not recorded yet, and finds any other', async () => {
    const [accepted, recorded] = [anAcceptedOrder(), aRecordedOrder()];
    const update = (order: Order) => ({
      ...createDeps({ readOrder: async () => ({ order, outbox: [] }) }).deps,
      updateOrder: async () => undefined,
      permissions: [],
    });
    const readWith = async (order: Order) =>
      defectOf('unrecorded-is-unknown')
        .alter?.update?.(update(order), idle())
        .readOrder(order.tenantId, order.id);

    expect(await readWith(accepted)).toBeUndefined();
    expect(await readWith(recorded)).toMatchObject({ order: recorded });
  });
});

describe('a defect of record-creator', () => {
  const fetchWith = (fetchCart: () => Promise<Cart | undefined>) =>
    defectOf('cart-fault-rejects')
      .alter?.['record-creator']?.(recordDeps({ fetchCart }).deps, idle())
      .fetchCart(aTenantId(), 'cart-sample');

  test('knows no cart when the Cart API fails, and any that it gives', async () => {
    expect(await fetchWith(() => Promise.reject(new Error('503')))).toBeUndefined();
    expect(await fetchWith(async () => aCart())).toEqual(aCart());
  });
});

describe('a defect of mails', () => {
  test('marks what it has claimed before it is sent, and nothing else', async () => {
    const marked: string[] = [];
    const claims = ['claimed', 'done'] as const;
    let claimed = 0;
    const deps: OnceDeps<Effect> = {
      ...createDeps().deps,
      claimEffect: async () => ({ outcome: claims[(claimed += 1) - 1] ?? 'done' }),
      finishEffect: async ({ name }) => {
        marked.push(name);
        return true;
      },
      releaseEffect: async () => true,
      isDefiniteRefusal: () => true,
      permanentReason: () => undefined,
      functionTimeoutSeconds: 30,
      sleep: async () => undefined,
    };
    const { claimEffect } = markBeforeSend(deps);
    const { tenantId, orderId } = anEvent('order.recorded');
    const effect = { tenantId, orderId, name: 'internal-recorded' } as const;
    const lease = { token: 'token', now: 0, duration: 35_000 };

    await claimEffect(effect, lease);
    await claimEffect(effect, lease);

    expect(marked).toEqual(['internal-recorded']);
  });
});

/** A world that nobody reaches. */
const idle = (): AlteredWorld => {
  const table = tableOf(new DynamoDBClient({ region: 'af-south-1' }), 'orders');
  return {
    table,
    carelessTable: table,
    sqs: new SQSClient({ region: 'af-south-1' }),
    deadLetterQueueOf: () => 'https://sqs.example.com/dlq',
  };
};
