import { expect, test } from '@jest/globals';
import { start } from '../testing/records.ts';
import { plainWishes } from './plain-wishes.ts';

test('plain wishes come one after the other, from five tenants unless they are one’s', () => {
  const wishes = plainWishes({ orders: 7, first: start, every: 1_000 });

  expect(wishes.map(({ at }) => at - start)).toEqual([0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000]);
  expect(new Set(wishes.map(({ tenantId }) => tenantId)).size).toBe(5);
  expect(wishes[6]).toEqual({
    tenantId: 'tenant-1',
    key: 'order-6',
    cartId: 'cart-order-6',
    customerEmail: 'order-6@example.com',
    at: start + 6_000,
    changes: [],
  });
  expect(plainWishes({ orders: 1, first: start, every: 1, tenantId: 'noisy' })).toMatchObject([
    { tenantId: 'noisy' },
  ]);
});
