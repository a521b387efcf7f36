import {
  aRecordedOrder,
  sampleOrderId,
  sampleTime,
  sampleWriteId,
} from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { anAnswer } from '../testing/records.ts';
import { brokenAnswers } from './answers-hold.ts';

/** The sample order after it was paid. */
const paid = aRecordedOrder({
  status: 'paid',
  version: 3,
  statusHistory: (['pending', 'pending', 'paid'] as const).map((status, index) => ({
    status,
    at: sampleTime,
    by: 'user-sample',
    version: index + 1,
    writeId: sampleWriteId,
  })),
});
const orderOf = (orderId: string) => (orderId === sampleOrderId ? paid : undefined);
const anUpdate = (changes: object = {}) =>
  anAnswer({ operation: 'update', version: 3, orderStatus: 'paid', ...changes });

describe('answers', () => {
  test('hold when the order has that number, and that change in its history', () => {
    expect(brokenAnswers([anAnswer(), anUpdate()], orderOf)).toEqual([]);
  });

  test('hold when a repetition, or a rival, was told of the same order', () => {
    expect(brokenAnswers([anAnswer(), anAnswer(), anUpdate()], orderOf)).toEqual([]);
  });

  test('hold when two tenants use the same key', () => {
    const other = anAnswer({ tenantId: 'tenant-other', orderId: 'another' });

    expect(brokenAnswers([anAnswer(), other], () => paid)).toEqual([]);
  });
});

describe('one-order-per-answer is broken', () => {
  const invariant = 'one-order-per-answer';

  test('when there is no such order', () => {
    expect(brokenAnswers([anAnswer()], () => undefined)).toEqual([
      {
        invariant,
        orderId: sampleOrderId,
        message: 'ORD-20261120-00001 was answered, and there is no order',
      },
    ]);
  });

  test('when there is neither an order nor a number', () => {
    const answers = [anAnswer({ orderNumber: undefined })];

    expect(brokenAnswers(answers, () => undefined)).toMatchObject([
      { invariant, message: 'no number was answered, and there is no order' },
    ]);
  });

  test('when the order has another number', () => {
    const answers = [anAnswer({ orderNumber: 'ORD-20261120-00002' })];

    expect(brokenAnswers(answers, orderOf)).toEqual([
      {
        invariant,
        orderId: sampleOrderId,
        message: 'ORD-20261120-00002 was answered, and the order has ORD-20261120-00001',
      },
    ]);
  });

  test('when one key led to two orders, though both are there', () => {
    const answers = [anAnswer(), anAnswer({ orderId: 'another' })];

    expect(brokenAnswers(answers, () => paid)).toEqual([
      { invariant, orderId: sampleOrderId, message: 'one key has 2 orders' },
    ]);
  });
});

describe('updates-kept is broken', () => {
  test.each([
    ['another version', { version: 4 }],
    ['another status', { orderStatus: 'cancelled' }],
  ])('when the history has %s', (_, changes) => {
    expect(brokenAnswers([anUpdate(changes)], orderOf)).toMatchObject([
      { invariant: 'updates-kept', orderId: sampleOrderId },
    ]);
  });

  test('when there is no such order', () => {
    expect(brokenAnswers([anUpdate()], () => undefined)).toEqual([
      {
        invariant: 'updates-kept',
        orderId: sampleOrderId,
        message: 'version 3 (paid) was answered and is not there',
      },
    ]);
  });
});
