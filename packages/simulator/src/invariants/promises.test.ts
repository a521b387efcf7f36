import { describe, expect, test } from '@jest/globals';
import { auditedPromises, simulatedPromises } from './promises.ts';

const all = [...auditedPromises, ...simulatedPromises];

describe('the promises', () => {
  test('have a name each', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  test.each(all.map(({ name, promise }) => [name, promise]))(
    'are sentences for readers: %s',
    (_, promise) => {
      expect(promise).toMatch(/^[A-Z].*\.$/);
    },
  );
});
