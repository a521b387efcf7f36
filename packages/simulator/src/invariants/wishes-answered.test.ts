import { orderIdFor } from '@bbws/create/order-id';
import { aTenantId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { anAnswer, aWishRecord } from '../testing/records.ts';
import type { AnswerRecord } from '../world/history.ts';
import { unansweredWishes } from './wishes-answered.ts';

const wish = aWishRecord({ statuses: ['paid', 'completed'] });
const placed = anAnswer();
const changed = (orderStatus: string, changes: Partial<AnswerRecord> = {}) =>
  anAnswer({ operation: 'update', orderStatus, ...changes });

const messagesFor = (answers: readonly AnswerRecord[], wishes = [wish]) =>
  unansweredWishes({ answers: [...answers], wishes }, (id) => id === 'bad').map(
    ({ message }) => message,
  );

describe('wishes-answered', () => {
  test('is kept when an order was accepted and every change of it made', () => {
    expect(messagesFor([placed, changed('paid'), changed('completed')])).toEqual([]);
  });

  test('is broken by an order that was never accepted', () => {
    expect(unansweredWishes({ answers: [], wishes: [aWishRecord()] }, () => false)).toEqual([
      {
        invariant: 'wishes-answered',
        orderId: orderIdFor(aTenantId(), 'order-1'),
        message: 'no 202 was answered',
      },
    ]);
  });

  test.each([
    ['that was refused', [placed, changed('paid')]],
    [
      'that another tenant’s caller was answered',
      [placed, changed('paid'), changed('completed', { tenantId: 'tenant-other' })],
    ],
    [
      'that was answered for another order',
      [placed, changed('paid'), changed('completed', { key: 'order-2' })],
    ],
  ])('is broken by a change %s', (_, answers) => {
    expect(messagesFor(answers)).toEqual(['no 200 was answered to the change to completed']);
  });

  test('does not take an accepted order for a change', () => {
    expect(messagesFor([placed, placed])).toHaveLength(2);
  });

  test('asks no change of an order whose cart is bad, but that it is accepted', () => {
    const bad = aWishRecord({ cartId: 'bad', statuses: ['paid'] });

    expect(messagesFor([placed], [bad])).toEqual([]);
    expect(messagesFor([], [bad])).toEqual(['no 202 was answered']);
  });

  test('is kept, and broken, once for rivals who want the same of one order', () => {
    expect(messagesFor([placed, changed('paid'), changed('completed')], [wish, wish])).toEqual([]);
    expect(messagesFor([placed, changed('paid')], [wish, wish])).toHaveLength(1);
  });
});
