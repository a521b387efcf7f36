import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { mayMove, OrderStatus, orderStatuses, statusesAfter } from './order-status.ts';

// R-API-10, word for word.
const allowed: readonly string[] = [
  'pending -> paid',
  'pending -> cancelled',
  'pending -> failed',
  'paid -> processing',
  'paid -> refunded',
  'processing -> completed',
  'processing -> cancelled',
  'completed -> refunded',
];
const pairs = orderStatuses.flatMap((from) => orderStatuses.map((to) => ({ from, to })));
const isAllowed = ({ from, to }: (typeof pairs)[number]) => allowed.includes(`${from} -> ${to}`);

describe('an order', () => {
  test.each(pairs.filter(isAllowed))('may go from $from to $to', ({ from, to }) => {
    const may = mayMove(from, to);

    expect(may).toBe(true);
  });

  test.each(pairs.filter((pair) => !isAllowed(pair)))(
    'may not go from $from to $to',
    ({ from, to }) => {
      const may = mayMove(from, to);

      expect(may).toBe(false);
    },
  );

  test.each(['cancelled', 'failed', 'refunded'] as const)('goes nowhere from %s', (final) => {
    const next = statusesAfter(final);

    expect(next).toEqual([]);
  });
});

test('the states are the seven of the requirements', () => {
  const states = OrderStatus.options;

  const sorted = states.toSorted();

  expect(sorted).toEqual([
    'cancelled',
    'completed',
    'failed',
    'paid',
    'pending',
    'processing',
    'refunded',
  ]);
});

test.each(['shipped', 'PAID', '', '__proto__', 'toString', undefined])(
  '%p is not a status',
  (value) => {
    const accepted = v.is(OrderStatus, value);

    expect(accepted).toBe(false);
  },
);
