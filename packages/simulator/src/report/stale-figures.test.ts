import { describe, expect, test } from '@jest/globals';
import { defects } from '../defects/defects.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import type { FiguresFile } from './figures-file.ts';
import { promiseNames, staleFlows, staleNames } from './stale-figures.ts';

/** Figures of a whole run of the present code. */
const measured = (changes: Partial<FiguresFile> = {}): FiguresFile => ({
  measuredOn: '2026-11-20',
  commit: '0123456',
  promises: promiseNames(),
  exhaustive: { flows: [], violations: 0, speed: 1_000 },
  storms: [],
  scenarios: scenarios.map(({ name }) => ({ name, figures: {}, violations: 0, speed: 1_000 })),
  defects: defects.map(({ name, caughtBy }) => ({ name, caughtBy, breaches: {} })),
  ...changes,
});

describe('the figures of a whole run', () => {
  test('are up to date when they have every promise, scenario and defect, and no other', () => {
    expect(staleNames(measured())).toEqual([]);
  });

  test('are not when something was added', () => {
    const [, ...others] = measured().scenarios;

    expect(staleNames(measured({ promises: promiseNames().slice(1), scenarios: others }))).toEqual([
      'promise not measured: record-exists',
      'scenario not measured: ses-down',
    ]);
  });

  test('are not when something is gone', () => {
    const promises = [...promiseNames(), 'never-late'];

    expect(staleNames(measured({ promises }))).toEqual(['promise measured, and gone: never-late']);
  });

  test('are not when a defect is to be noticed by another promise', () => {
    const caught = measured().defects.map((defect) =>
      defect.name === 'no-sweeper' ? { ...defect, caughtBy: 'sums' } : defect,
    );

    expect(staleNames(measured({ defects: caught }))).toEqual([
      'defect not measured: no-sweeper (outbox-empty)',
      'defect measured, and gone: no-sweeper (sums)',
    ]);
  });
});

describe('the flows of an exhaustive run', () => {
  const flow = { name: 'rejected', points: 24, cases: 168 };

  test('are those that were measured', () => {
    expect(staleFlows([flow], [flow])).toEqual([]);
  });

  test('are others when a call was added', () => {
    expect(staleFlows([flow], [{ ...flow, points: 25, cases: 175 }])).toEqual([
      'flow not measured: rejected (25 calls, 175 cases)',
      'flow measured, and gone: rejected (24 calls, 168 cases)',
    ]);
  });
});
