import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { PaymentDetails, samePayment } from './payment-details.ts';
import { aPayment } from './testing/builders.ts';

describe('a payment', () => {
  test.each(['method', 'transactionId', 'paidAt'])('needs its %s', (field) => {
    const payment = { ...aPayment(), [field]: undefined };

    const accepted = v.is(PaymentDetails, payment);

    expect(accepted).toBe(false);
  });

  test.each(['method', 'transactionId'])('holds no card number as %s', (field) => {
    const payment = { ...aPayment(), [field]: '4111 1111 1111 1111' };

    const accepted = v.is(PaymentDetails, payment);

    expect(accepted).toBe(false);
  });

  test('is read without the fields that are not known', () => {
    const payment = { ...aPayment(), cvv: '123' };

    const read = v.parse(PaymentDetails, payment);

    expect(read).toEqual(aPayment());
  });
});

describe('two payments', () => {
  test('are the same when each field is', () => {
    const [one, other] = [aPayment(), aPayment()];

    const same = samePayment(one, other);

    expect(same).toBe(true);
  });

  test.each([
    ['method', 'Card machine'],
    ['transactionId', 'transaction-other'],
    ['paidAt', '2026-11-20T09:30:00.001Z'],
  ])('differ when their %s does', (field, value) => {
    const other = aPayment({ [field]: value });

    const same = samePayment(aPayment(), other);

    expect(same).toBe(false);
  });

  test('are the same when the moment is written with another offset', () => {
    const other = aPayment({ paidAt: '2026-11-20T11:30:00+02:00' });

    const same = samePayment(aPayment(), other);

    expect(same).toBe(true);
  });

  test('differ when one is absent', () => {
    const absent = undefined;

    const same = [samePayment(aPayment(), absent), samePayment(absent, aPayment())];

    expect(same).toEqual([false, false]);
  });

  test('are the same when both are absent', () => {
    const absent = undefined;

    const same = samePayment(absent, absent);

    expect(same).toBe(true);
  });
});
