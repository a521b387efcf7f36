import { describe, expect, test } from '@jest/globals';
import {
  changesIn,
  changesInvoice,
  completionOf,
  isMove,
  isShown,
  lastVisibilityAfter,
  latestInvoiceChange,
  operator,
  paymentChangeAt,
  rejectionsIn,
  stageOf,
  stepsOf,
} from './order-life.ts';
import type { StatusChange } from './order.ts';
import { aHistory } from './testing/history.ts';

const hidden = ['pending', operator] as const;
const kindsOf = (history: readonly StatusChange[]) => stepsOf(history).map(({ kind }) => kind);

describe('the life of an order', () => {
  test.each<[string, StatusChange[], ReturnType<typeof kindsOf>, ReturnType<typeof stageOf>]>([
    ['that was accepted only', aHistory('pending'), [], 'accepted'],
    ['that was recorded', aHistory('pending', 'pending'), ['completion'], 'recorded'],
    ['that was rejected', aHistory('pending', 'failed'), ['completion'], 'rejected'],
    ['that was paid', aHistory('pending', 'pending', 'paid'), ['completion', 'change'], 'recorded'],
    [
      'whose payment failed after it was recorded',
      aHistory('pending', 'pending', 'failed'),
      ['completion', 'change'],
      'recorded',
    ],
    [
      'that was reopened',
      aHistory('pending', 'failed', ['pending', operator], 'pending'),
      ['completion', 'reopening', 'completion'],
      'recorded',
    ],
    [
      'that was hidden before it was recorded',
      aHistory('pending', hidden, 'pending'),
      ['visibility', 'completion'],
      'recorded',
    ],
    [
      'that came back from its end',
      aHistory('pending', 'pending', 'cancelled', 'paid'),
      ['completion', 'change', undefined],
      'recorded',
    ],
    [
      'that was changed at its end',
      aHistory('pending', 'pending', 'cancelled', 'cancelled'),
      ['completion', 'change', undefined],
      'recorded',
    ],
    ['that was paid unrecorded', aHistory('pending', 'paid'), [undefined], 'accepted'],
    [
      'that somebody else than an operator reopened',
      aHistory('pending', 'failed', 'pending'),
      ['completion', undefined],
      'rejected',
    ],
  ])('%s', (_, history, kinds, stage) => {
    expect(kindsOf(history)).toEqual(kinds);
    expect(stageOf(history)).toBe(stage);
  });

  test('tells whether the order is shown, and when that was last changed', () => {
    const history = aHistory('pending', 'pending', hidden, hidden);

    expect(isShown(history.slice(0, 2))).toBe(true);
    expect(isShown(history.slice(0, 3))).toBe(false);
    expect(isShown(history)).toBe(true);
    expect(lastVisibilityAfter(history, 2)?.version).toBe(4);
    expect(lastVisibilityAfter(history, 4)).toBeUndefined();
  });

  test('tells by which change it was completed, and how often it was rejected', () => {
    const history = aHistory('pending', 'failed', ['pending', operator], 'failed');

    expect(completionOf(history)?.version).toBe(4);
    expect(rejectionsIn(history)).toBe(2);
    expect(completionOf(aHistory('pending'))).toBeUndefined();
  });

  test('tells moves from changes of the payment alone, and what an invoice shows', () => {
    const history = aHistory('pending', 'pending', 'pending', 'paid', 'processing');

    const changes = changesIn(history);

    expect(changes.map(({ to }) => to.version)).toEqual([3, 4, 5]);
    expect(changes.map(isMove)).toEqual([false, true, true]);
    expect(changes.map(changesInvoice)).toEqual([true, true, false]);
  });

  test('takes details that changed together with the status for a change of payment, where the entry says so', () => {
    const silent = aHistory('pending', 'pending', 'paid', 'processing');
    const [last] = silent.slice(-1);
    const history = [...silent.slice(0, -1), ...(last ? [{ ...last, paymentChanged: true }] : [])];

    expect(latestInvoiceChange(silent)?.version).toBe(3);
    expect(latestInvoiceChange(history)?.version).toBe(4);
  });

  test('tells the last change of payment until a version, and since when an invoice is due', () => {
    const history = aHistory('pending', 'pending', 'paid', 'processing', 'completed', 'refunded');

    expect([2, 3, 5, 6].map((version) => paymentChangeAt(history, version)?.version)).toEqual([
      undefined,
      3,
      3,
      6,
    ]);
    expect(latestInvoiceChange(history.slice(0, 2))?.version).toBe(2);
    expect(latestInvoiceChange(history.slice(0, 1))).toBeUndefined();
  });
});
