import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { amountsAddUp, OrderAmounts } from './order-amounts.ts';
import { aRecordedOrder } from './testing/builders.ts';

const amounts = (changes: object = {}) => v.parse(OrderAmounts, aRecordedOrder(changes));

describe('the amounts of an order', () => {
  test('add up when lines, subtotal and total follow from their parts', () => {
    const right = amounts();

    const addUp = amountsAddUp(right);

    expect(addUp).toBe(true);
  });

  test.each(['subtotal', 'discount', 'shipping', 'tax', 'total'])(
    'do not add up when the %s is off by one cent',
    (field) => {
      const order = new Map(Object.entries(amounts())).get(field);
      const wrong = amounts({ [field]: Number(order) + 1 });

      const addUp = amountsAddUp(wrong);

      expect(addUp).toBe(false);
    },
  );

  test('do not add up when two lines are wrong by as much', () => {
    const [one, two] = amounts().items.map((line) => line.subtotal);
    const swapped = amounts({
      items: amounts().items.map((line, at) => ({ ...line, subtotal: at === 0 ? two : one })),
    });

    const addUp = amountsAddUp(swapped);

    expect(addUp).toBe(false);
  });

  test('add up for an order that costs nothing', () => {
    const items = amounts().items.map((line) => ({
      ...line,
      unitPrice: 0,
      discount: 0,
      subtotal: 0,
    }));
    const free = amounts({ items, subtotal: 0, discount: 0, shipping: 0, tax: 0, total: 0 });

    const addUp = amountsAddUp(free);

    expect(addUp).toBe(true);
  });
});
