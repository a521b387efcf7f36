import { describe, expect, test } from '@jest/globals';
import { findingsOf } from '../testing/breaking.ts';
import { factsAfter } from '../testing/facts.ts';
import { settledStage } from './settled-stage.ts';

describe('settled-stage', () => {
  test.each([['record'], ['reject']] as const)('is kept after %s', (deed) => {
    expect(findingsOf(settledStage, factsAfter(deed))).toEqual([]);
  });

  test('counts an order that is only accepted as unfinished since then', () => {
    const facts = factsAfter();

    expect(findingsOf(settledStage, facts)).toEqual([
      {
        message: 'Accepted, but neither recorded nor rejected.',
        since: '2026-11-20T09:30:00.000Z',
        remedy: `pnpm replay --order ${facts.orderId} --effect record`,
      },
    ]);
  });

  test('counts a reopened order from its reopening', () => {
    const facts = factsAfter('reject', 'reopen');

    expect(findingsOf(settledStage, facts)).toMatchObject([{ since: '2026-11-20T09:32:00.000Z' }]);
  });

  test('says where its message waits, and why', () => {
    const waiting = [
      {
        queue: 'record-creator',
        eventType: 'order.accepted',
        deadLetter: true,
        reason: 'CART_UNAVAILABLE',
      },
    ];

    expect(findingsOf(settledStage, { ...factsAfter(), waiting })).toMatchObject([
      {
        message:
          'Accepted, but neither recorded nor rejected; its message is in the dead-letter queue of record-creator (CART_UNAVAILABLE).',
        heldBy: { reason: 'CART_UNAVAILABLE' },
        remedy: 'pnpm dlq redrive --queue record-creator',
      },
    ]);
  });

  test('is not satisfied by a dead letter of another function, or a message that is on its way', () => {
    const waiting = [
      { queue: 'pdf', deadLetter: true },
      { queue: 'record-creator', deadLetter: false },
    ];

    expect(findingsOf(settledStage, { ...factsAfter(), waiting })[0]?.heldBy).toBeUndefined();
  });
});
