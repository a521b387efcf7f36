import { expect, test } from '@jest/globals';
import { badCart } from '../world/cart-api.ts';
import type { Flow } from './flows.ts';
import { runExhaustive } from './run-exhaustive.ts';

/** The shortest way of an order: `pnpm simulate exhaustive` takes them all. */
const rejected: Flow = { name: 'rejected', cart: badCart.unknown, changes: [] };

test('no single fault in the way of a rejected order breaks a promise', async () => {
  const steps: number[] = [];

  const result = await runExhaustive({
    flows: [rejected],
    onProgress: (done, of) => void steps.push(done / of),
  });

  const [flow] = result.flows;
  expect(result.breaches).toEqual([]);
  expect(result.missed).toEqual([]);
  expect(flow?.points).toBeGreaterThan(15);
  expect(flow?.cases).toBe((flow?.points ?? 0) * 7);
  expect(result.cases).toBe(flow?.cases);
  expect(steps.at(-1)).toBe(1);
});
