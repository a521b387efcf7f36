import { describe, expect, test } from '@jest/globals';
import { auditedPromises, simulatedPromises } from '../invariants/promises.ts';
import { defects } from './defects.ts';

const promised = [...auditedPromises, ...simulatedPromises].map(({ name }) => name);

describe('the deliberate defects', () => {
  test('are ten at least, under a name each', () => {
    expect(defects.length).toBeGreaterThanOrEqual(10);
    expect(new Set(defects.map(({ name }) => name)).size).toBe(defects.length);
  });

  test.each(defects.map(({ name, caughtBy }) => ({ name, caughtBy })))(
    'are noticed by something that is promised: $name by $caughtBy',
    ({ caughtBy }) => {
      expect(promised).toContain(caughtBy);
    },
  );

  test.each(defects.map(({ name, defect }) => ({ name, defect })))(
    'change something: $name',
    ({ defect }) => {
      expect(Object.keys(defect)).not.toEqual([]);
    },
  );

  test('are noticed by many promises: each is tried', () => {
    expect(new Set(defects.map(({ caughtBy }) => caughtBy)).size).toBeGreaterThanOrEqual(8);
  });
});
