import { describe, expect, test } from '@jest/globals';
import { start } from '../testing/records.ts';
import { badCart } from '../world/cart-api.ts';
import { makeCrowd } from './crowd.ts';

const length = 3_600_000;
const orders = 4_000;
const options = { seed: 1, orders, tenants: 20, start, length };
const crowd = makeCrowd(options);
const byKey = Map.groupBy(crowd, ({ key }) => key);
const shareOf = (count: number) => count / orders;

describe('the crowd of a storm', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(makeCrowd(options)).toEqual(crowd);
    expect(makeCrowd({ ...options, seed: 2 })).not.toEqual(crowd);
  });

  test('places every order, each under a key and with a cart of its own', () => {
    expect(byKey.size).toBe(orders);
    expect(new Set(crowd.map(({ cartId }) => cartId)).size).toBe(orders);
    expect(byKey.has('order-0')).toBe(true);
  });

  test('has rivals, who want the same at the same time', () => {
    const rivals = [...byKey.values()].filter((same) => same.length > 1);

    expect(Math.abs(shareOf(rivals.length) - 0.05)).toBeLessThan(0.02);
    for (const [one, ...others] of rivals) expect(others).toEqual([one]);
  });

  test('comes within the length of the storm, from its beginning to its end', () => {
    const times = crowd.map(({ at }) => at);

    expect(Math.min(...times)).toBeGreaterThanOrEqual(start);
    expect(Math.min(...times)).toBeLessThan(start + length / 20);
    expect(Math.max(...times)).toBeLessThan(start + length);
    expect(Math.max(...times)).toBeGreaterThan(start + (length * 19) / 20);
  });

  test('is of all tenants, and no others', () => {
    expect(new Set(crowd.map(({ tenantId }) => tenantId)).size).toBe(20);
    for (const { tenantId } of crowd) expect(tenantId).toMatch(/^tenant-1?\d$/);
  });

  test('orders in bursts: eight orders of one tenant at once', () => {
    const moments = Map.groupBy(
      [...byKey.values()].flatMap(([wish]) => wish ?? []),
      ({ at, tenantId }) => `${at} ${tenantId}`,
    );
    const bursts = [...moments.values()].filter((together) => together.length >= 8);

    expect(bursts.length).toBeGreaterThan(100);
  });

  test('has a few bad carts of each kind', () => {
    const beginning = (prefix: string) =>
      [...byKey.values()].filter(([wish]) => wish?.cartId.startsWith(prefix)).length;

    expect(Math.abs(shareOf(beginning(badCart.unknown)) - 0.03)).toBeLessThan(0.015);
    expect(Math.abs(shareOf(beginning(badCart.wrongSums)) - 0.02)).toBeLessThan(0.015);
  });

  test('changes two of five orders, in different ways', () => {
    const changed = [...byKey.values()].flatMap(([wish]) =>
      wish && wish.changes.length > 0 ? [wish.changes] : [],
    );

    expect(Math.abs(shareOf(changed.length) - 0.4)).toBeLessThan(0.04);
    expect(new Set(changed.map((changes) => JSON.stringify(changes))).size).toBe(4);
  });
});
