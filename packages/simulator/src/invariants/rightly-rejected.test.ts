import type { Order } from '@bbws/domain/order';
import { sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { anAnswer, aWishRecord } from '../testing/records.ts';
import { wrongOutcomes } from './rightly-rejected.ts';

const outcomeOf = (stage: Order['stage'] | undefined, cartId: string) =>
  wrongOutcomes(
    { answers: [anAnswer()], wishes: [aWishRecord({ cartId })] },
    { stageOf: () => stage, isBadCart: (id) => id === 'bad' },
  );

describe('rightly-rejected', () => {
  test.each([
    ['a recorded order with a good cart', 'recorded', 'good'],
    ['a rejected order with a bad cart', 'rejected', 'bad'],
    ['an order that is not completed', 'accepted', 'good'],
    ['an order that is not completed and has a bad cart', 'accepted', 'bad'],
    ['a missing order', undefined, 'good'],
  ] as const)('has nothing to say about %s', (_, stage, cartId) => {
    expect(outcomeOf(stage, cartId)).toEqual([]);
  });

  test.each([
    ['rejected', 'good'],
    ['recorded', 'bad'],
  ] as const)('is broken by an order that is %s though its cart is %s', (stage, cartId) => {
    expect(outcomeOf(stage, cartId)).toEqual([
      {
        invariant: 'rightly-rejected',
        orderId: sampleOrderId,
        message: `the order is ${stage}, and its cart is ${cartId}`,
      },
    ]);
  });

  test('tells the carts of two tenants apart, though their orders have the same key', () => {
    const breaches = wrongOutcomes(
      {
        answers: [anAnswer(), anAnswer({ tenantId: 'tenant-other', orderId: 'another' })],
        wishes: [
          aWishRecord({ cartId: 'good' }),
          aWishRecord({ tenantId: 'tenant-other', cartId: 'bad' }),
        ],
      },
      { stageOf: () => 'rejected', isBadCart: (id) => id === 'bad' },
    );

    expect(breaches.map(({ orderId }) => orderId)).toEqual([sampleOrderId]);
  });

  test('does not judge an order of which no wish is known', () => {
    const history = { answers: [anAnswer()], wishes: [] };

    expect(wrongOutcomes(history, { stageOf: () => 'rejected', isBadCart: () => false })).toEqual(
      [],
    );
  });
});
