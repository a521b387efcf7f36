import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { OrderLine } from './order-line.ts';
import { aRecordedOrder } from './testing/builders.ts';

const [line] = aRecordedOrder().items;

describe('a line of an order', () => {
  test.each([1, 1_000_000])('may have a quantity of %i', (quantity) => {
    const accepted = v.is(OrderLine, { ...line, quantity });

    expect(accepted).toBe(true);
  });

  test.each([
    ['quantity', 0],
    ['quantity', -1],
    ['quantity', 1.5],
    ['quantity', 1_000_001],
    ['quantity', '1'],
    ['unitPrice', -1],
    ['unitPrice', 0.5],
    ['discount', -1],
    ['subtotal', -1],
    ['subtotal', 1_000_000_000_001],
    ['id', ''],
    ['id', 'x'.repeat(65)],
    ['productId', 'x'.repeat(65)],
    ['productName', 'x'.repeat(201)],
    ['productName', 'Tea\nand more'],
    ['productName', '4111 1111 1111 1111'],
    ['active', undefined],
  ])('is refused when its %s is %p', (field, value) => {
    const accepted = v.is(OrderLine, { ...line, [field]: value });

    expect(accepted).toBe(false);
  });
});
