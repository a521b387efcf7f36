import {
  aRecordedOrder,
  sampleOrderId,
  sampleTime,
  sampleWriteId,
  aPayment,
  aRejectedOrder,
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

describe('payment details', () => {
  const payment = aPayment();
  const other = aPayment({ transactionId: 'transaction-other' });
  const withPayment = () => ({ ...paid, paymentDetails: payment });

  test('hold when the last ones that were acknowledged are the order’s', () => {
    const before = anUpdate({ version: 2, orderStatus: 'pending', paymentDetails: other });
    const last = anUpdate({ paymentDetails: payment });

    expect(brokenAnswers([before, last], withPayment)).toEqual([]);
    expect(brokenAnswers([last, before], withPayment)).toEqual([]);
  });

  test('hold when a later change was acknowledged that had none', () => {
    const later = anUpdate({ version: 2, orderStatus: 'pending' });

    expect(brokenAnswers([anUpdate({ paymentDetails: payment }), later], withPayment)).toEqual([]);
  });

  test.each([
    ['the order has others', withPayment],
    ['the order has none', () => paid],
    ['the order was never recorded', () => aRejectedOrder({ statusHistory: paid.statusHistory })],
  ])('break updates-kept when %s', (_, orderWith) => {
    expect(brokenAnswers([anUpdate({ paymentDetails: other })], orderWith)).toEqual([
      {
        invariant: 'updates-kept',
        orderId: sampleOrderId,
        message: 'payment details were acknowledged and are not there',
      },
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
