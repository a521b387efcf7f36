import { describe, expect, jest, test } from '@jest/globals';
import { defects } from '../defects/defects.ts';
import { play } from '../play/play.ts';
import { plainWishes } from '../scenarios/plain-wishes.ts';
import { start } from '../testing/records.ts';

// A whole AWS each, and two hours of simulated time.
jest.setTimeout(120_000);

const minute = 60_000;

/** The promises that break when one order is placed and paid while the Cart API is down for half an hour. */
const brokenWith = async (wanted?: string): Promise<Set<string>> => {
  const { final } = await play({
    seed: 1,
    start,
    calm: start + 30 * minute,
    wishes: plainWishes({
      orders: 1,
      first: start,
      every: minute,
      changes: [{ status: 'paid', after: minute }],
    }),
    faults: ({ operation }, now) =>
      operation === 'FetchCart' && now < start + 30 * minute ? { kind: 'error-before' } : undefined,
    defect: defects.find(({ name }) => name === wanted)?.defect,
  });
  return new Set(final.breaches.map(({ invariant }) => invariant));
};

describe('the end of a simulation in which the Cart API was down', () => {
  test('is an order that is recorded and paid', async () => {
    expect(await brokenWith()).toEqual(new Set());
  });

  test.each([
    ['cart-fault-rejects', 'rightly-rejected'],
    ['unrecorded-is-unknown', 'wishes-answered'],
  ])('shows %s to %s', async (defect, invariant) => {
    expect(await brokenWith(defect)).toContain(invariant);
  });
});
