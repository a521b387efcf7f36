import { beforeAll, describe, expect, test } from '@jest/globals';
import { defects } from '../defects/defects.ts';
import type { CallRecord } from '../world/history.ts';
import { runStorm, type StormResult } from './run-storm.ts';

const tiny = { orders: 12, seed: 1, tenants: 3, hours: 1, poison: 3 };
const patience = 120_000;

let storm: StormResult;
beforeAll(async () => {
  storm = await runStorm(tiny);
}, patience);

describe('a storm', () => {
  test('breaks no promise, though its faults are real', () => {
    const { accepted, deliveries, faults, faultsInAll, mails, recorded, rejected } = storm.figures;

    expect(storm.breaches).toEqual([]);
    expect(accepted).toBe(12);
    expect(recorded + rejected).toBe(12);
    expect(mails).toBeGreaterThanOrEqual(24);
    expect(deliveries).toBeGreaterThan(48);
    expect(faultsInAll).toBeGreaterThan(10);
    expect(Object.keys(faults).length).toBeGreaterThan(3);
  });

  test('puts aside what no code can take', () => {
    // Three publications, of which one queue gets the first, three the second and two the third.
    expect(storm.figures.deadLetters).toBeGreaterThanOrEqual(6);
  });

  test(
    'over functions that swallow their errors breaks the promise that says so',
    async () => {
      const swallowed = defects.find(({ name }) => name === 'errors-swallowed');

      const { breaches } = await runStorm({ ...tiny, defect: swallowed?.defect });

      const named = breaches.filter(({ invariant }) => invariant === swallowed?.caughtBy);
      expect(swallowed?.caughtBy).toBe('acknowledged-means-done');
      expect(named.length).toBeGreaterThan(0);
      expect(named.some(({ story }) => story.length > 0)).toBe(true);
    },
    patience,
  );
});

describe('the same seed', () => {
  test(
    'puts the same faults into the same calls',
    async () => {
      // Deterministic: which calls there are, their faults, and what came of them; their order as well. Not deterministic:
      // how long it takes, and the random parts of what is written, such as links and message ids of SES.
      const again = await runStorm(tiny);

      expect(namesOf(again.calls)).toEqual(namesOf(storm.calls));
      expect(again.figures).toEqual(storm.figures);
    },
    patience,
  );
});

/** The calls of the functions, with their faults and times, in their order. */
const namesOf = (calls: readonly CallRecord[]): string[] =>
  calls.map(({ at, functionName, operation, subject, occurrence, attempt, fault, took }) =>
    [at, functionName, operation, subject, occurrence, attempt, fault ?? 'none', took].join(' '),
  );
