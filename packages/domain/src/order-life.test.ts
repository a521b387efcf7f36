import { describe, expect, test } from '@jest/globals';
import {
  changesIn,
  changesInvoice,
  completionOf,
  isMove,
  isShown,
  lastVisibilityAfter,
  operator,
  rejectionsIn,
  stageOf,
  stepsOf,
} from './order-life.ts';
import type { StatusChange } from './order.ts';
import type { OrderStatus } from './order-status.ts';
import { sampleTime, sampleWriteId } from './testing/builders.ts';

/** A history of statuses, each as it is or with who set it. */
const historyOf = (
  ...entries: readonly (OrderStatus | readonly [OrderStatus, string])[]
): StatusChange[] =>
  entries.map((entry, index) => {
    const [status, by] = typeof entry === 'string' ? [entry, 'user-finance'] : entry;
    return { status, by, at: sampleTime, version: index + 1, writeId: sampleWriteId };
  });

const hidden = ['pending', operator] as const;
const kindsOf = (history: readonly StatusChange[]) => stepsOf(history).map(({ kind }) => kind);

describe('the life of an order', () => {
  test.each<[string, StatusChange[], ReturnType<typeof kindsOf>, ReturnType<typeof stageOf>]>([
    ['that was accepted only', historyOf('pending'), [], 'accepted'],
    ['that was recorded', historyOf('pending', 'pending'), ['completion'], 'recorded'],
    ['that was rejected', historyOf('pending', 'failed'), ['completion'], 'rejected'],
    [
      'that was paid',
      historyOf('pending', 'pending', 'paid'),
      ['completion', 'change'],
      'recorded',
    ],
    [
      'whose payment failed after it was recorded',
      historyOf('pending', 'pending', 'failed'),
      ['completion', 'change'],
      'recorded',
    ],
    [
      'that was reopened',
      historyOf('pending', 'failed', ['pending', operator], 'pending'),
      ['completion', 'reopening', 'completion'],
      'recorded',
    ],
    [
      'that was hidden before it was recorded',
      historyOf('pending', hidden, 'pending'),
      ['visibility', 'completion'],
      'recorded',
    ],
    [
      'that came back from its end',
      historyOf('pending', 'pending', 'cancelled', 'paid'),
      ['completion', 'change', undefined],
      'recorded',
    ],
    [
      'that was changed at its end',
      historyOf('pending', 'pending', 'cancelled', 'cancelled'),
      ['completion', 'change', undefined],
      'recorded',
    ],
    ['that was paid unrecorded', historyOf('pending', 'paid'), [undefined], 'accepted'],
    [
      'that somebody else than an operator reopened',
      historyOf('pending', 'failed', 'pending'),
      ['completion', undefined],
      'rejected',
    ],
  ])('%s', (_, history, kinds, stage) => {
    expect(kindsOf(history)).toEqual(kinds);
    expect(stageOf(history)).toBe(stage);
  });

  test('tells whether the order is shown, and when that was last changed', () => {
    const history = historyOf('pending', 'pending', hidden, hidden);

    expect(isShown(history.slice(0, 2))).toBe(true);
    expect(isShown(history.slice(0, 3))).toBe(false);
    expect(isShown(history)).toBe(true);
    expect(lastVisibilityAfter(history, 2)?.version).toBe(4);
    expect(lastVisibilityAfter(history, 4)).toBeUndefined();
  });

  test('tells by which change it was completed, and how often it was rejected', () => {
    const history = historyOf('pending', 'failed', ['pending', operator], 'failed');

    expect(completionOf(history)?.version).toBe(4);
    expect(rejectionsIn(history)).toBe(2);
    expect(completionOf(historyOf('pending'))).toBeUndefined();
  });

  test('tells moves from changes of the payment alone, and what an invoice shows', () => {
    const history = historyOf('pending', 'pending', 'pending', 'paid', 'processing');

    const changes = changesIn(history);

    expect(changes.map(({ to }) => to.version)).toEqual([3, 4, 5]);
    expect(changes.map(isMove)).toEqual([false, true, true]);
    expect(changes.map(changesInvoice)).toEqual([true, true, false]);
  });
});
