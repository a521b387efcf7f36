import { describe, expect, test } from '@jest/globals';
import { turns } from '../testing/turns.ts';
import { makeTurnstile } from './turnstile.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The order in which calls of these names get through. */
const orderOf = async (seed: number, comers: readonly string[]): Promise<string[]> => {
  const turnstile = makeTurnstile(seed);
  const passed: string[] = [];
  for (const name of comers) void turnstile.pass(name).then(() => passed.push(name));
  while (turnstile.release()) await turns();
  return passed;
};

describe('a turnstile', () => {
  test('lets nobody through until it is told to, and then one', async () => {
    const turnstile = makeTurnstile(1);
    const passed: string[] = [];
    for (const name of names) void turnstile.pass(name).then(() => passed.push(name));

    await turns();
    expect(passed).toEqual([]);

    expect(turnstile.release()).toBe(true);
    await turns();
    expect(passed).toHaveLength(1);
  });

  test('lets everybody through in the end, and says when nobody waits', async () => {
    expect((await orderOf(1, names)).toSorted()).toEqual(names);
    expect(makeTurnstile(1).release()).toBe(false);
  });

  test('has an order of its own, whoever came first', async () => {
    expect(await orderOf(1, names.toReversed())).toEqual(await orderOf(1, names));
  });

  test('has another order for another seed', async () => {
    const orders = await Promise.all([1, 2, 3].map((seed) => orderOf(seed, names)));

    expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(1);
  });
});
