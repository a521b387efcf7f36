import { describe, expect, test } from '@jest/globals';
import { DomainError } from '@bbws/domain/domain-error';
import { mayMove, orderStatuses } from '@bbws/domain/order-status';
import { aRecordedOrder, aRejectedOrder, anAcceptedOrder } from '@bbws/domain/testing/builders';
import { decideChange } from './decide-change.ts';

const payment = {
  method: 'EFT',
  transactionId: 'tx-1',
  paidAt: '2026-11-20T10:00:00.000Z',
};
const everyPair = orderStatuses.flatMap((from) => orderStatuses.map((to) => [from, to] as const));

const codeOf = (decide: () => unknown): string | undefined => {
  try {
    decide();
    return undefined;
  } catch (error) {
    return error instanceof DomainError ? error.code : 'UNKNOWN';
  }
};

describe('A change of an order', () => {
  test.each(everyPair)('from %s to %s is decided by the table of moves', (from, to) => {
    const order = aRecordedOrder({ status: from });

    const code = codeOf(() => decideChange(order, { status: to }));

    expect(code).toBe(from === to || mayMove(from, to) ? undefined : 'STATUS_MOVE_FORBIDDEN');
  });

  test('is none when status and payment are so already', () => {
    const order = aRecordedOrder({ status: 'paid', paymentDetails: payment });

    expect(decideChange(order, { status: 'paid', paymentDetails: payment })).toBeUndefined();
  });

  test('keeps the payment that it does not mention', () => {
    const order = aRecordedOrder({ status: 'paid', paymentDetails: payment });

    const decision = decideChange(order, { status: 'processing' });

    expect(decision).toMatchObject({ paymentDetails: payment, paymentChanged: false });
  });

  test.each([
    ['paid', { status: 'paid' }, true],
    ['cancelled', { status: 'cancelled' }, true],
    ['given payment details alone', { paymentDetails: payment }, true],
  ] as const)('changes the payment when a pending order is %s', (_, request, changed) => {
    const decision = decideChange(aRecordedOrder(), request);

    expect(decision?.paymentChanged).toBe(changed);
  });

  test('of the payment of a final order is refused', () => {
    const order = aRecordedOrder({ status: 'refunded' });

    const code = codeOf(() => decideChange(order, { paymentDetails: payment }));

    expect(code).toBe('STATUS_MOVE_FORBIDDEN');
  });

  test('has to wait until the order is recorded', () => {
    const code = codeOf(() => decideChange(anAcceptedOrder(), { status: 'paid' }));

    expect(code).toBe('ORDER_NOT_RECORDED');
  });

  test('that says what is so anyhow needs no recorded order', () => {
    expect(decideChange(anAcceptedOrder(), { status: 'pending' })).toBeUndefined();
  });

  test.each([
    [89, undefined],
    [90, 'ORDER_CHANGED_TOO_OFTEN'],
  ])('of an order with %d entries in its history leaves operators some', (length, refusal) => {
    const { statusHistory } = aRecordedOrder();
    const order = aRecordedOrder({
      status: 'paid',
      statusHistory: Array.from({ length }, () => statusHistory[0]),
    });

    const code = codeOf(() => decideChange(order, { paymentDetails: payment }));

    expect(code).toBe(refusal);
  });

  test('of a rejected order is refused', () => {
    const code = codeOf(() => decideChange(aRejectedOrder(), { status: 'paid' }));

    expect(code).toBe('STATUS_MOVE_FORBIDDEN');
  });
});
