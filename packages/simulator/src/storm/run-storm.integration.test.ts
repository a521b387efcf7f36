import { beforeAll, describe, expect, test } from '@jest/globals';
import { defects } from '../defects/defects.ts';
import type { CallRecord } from '../world/history.ts';
import { runStorm, type StormResult } from './run-storm.ts';

const tiny = { orders: 12, seed: 1, tenants: 3, hours: 1 };
/** When the faults of a storm of one hour stop. */
const calm = Date.parse('2026-11-20T21:00:00Z');

let storm: StormResult;
beforeAll(async () => {
  storm = await runStorm(tiny);
});

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

  test('passes faster than it would', () => {
    expect(storm.simulatedMs).toBe(150 * 60_000);
    expect(storm.simulatedMs / storm.realMs).toBeGreaterThan(300);
  });

  test('over functions that swallow their errors breaks the promise that says so', async () => {
    const swallowed = defects.find(({ name }) => name === 'errors-swallowed');

    const { breaches } = await runStorm({ ...tiny, defect: swallowed?.defect });

    expect(swallowed?.caughtBy).toBe('acknowledged-means-done');
    expect(breaches.map(({ invariant }) => invariant)).toContain('acknowledged-means-done');
    expect(breaches.every(({ story }) => story.length > 0)).toBe(true);
  });
});

describe('the same seed', () => {
  test('puts the same faults into the same calls', async () => {
    // Deterministic: which fault a call of a given name meets. Not deterministic: which calls there are, since processes
    // that run together reach AWS in an order of their own, and a process that dies takes others' work along.
    const again = await runStorm(tiny);

    const [before, after] = [faultsIn(storm.calls), faultsIn(again.calls)];
    const shared = [...before.keys()].filter((name) => after.has(name));

    expect(shared.map((name) => [name, after.get(name)])).toEqual(
      shared.map((name) => [name, before.get(name)]),
    );
    expect(shared.length / before.size).toBeGreaterThan(0.8);
    expect(shared.some((name) => before.get(name) !== undefined)).toBe(true);
  });
});

/** The faults of the calls of create and record-creator while there were any, by the names of the calls. */
const faultsIn = (calls: readonly CallRecord[]) =>
  new Map(
    calls
      .filter(({ at }) => at < calm)
      .filter(({ functionName }) => ['create', 'record-creator'].includes(functionName))
      .map(({ functionName, operation, subject, occurrence, attempt, fault }) => [
        [functionName, operation, subject, occurrence, attempt].join(' '),
        fault,
      ]),
  );
