import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { retryDelay } from './retry-delay.ts';

const middle = 0.5;

test.each([
  [1, 30],
  [2, 120],
  [3, 480],
  [4, 1800],
  [5, 1800],
  [1000, 1800],
])('after the %i. receive a message waits about %i s', (receiveCount, seconds) => {
  expect(retryDelay(receiveCount, middle)).toBe(seconds);
});

test('the wait is moved by up to a fifth either way', () => {
  expect([retryDelay(1, 0), retryDelay(1, 1)]).toEqual([24, 36]);
});

test('the wait is whole seconds that SQS accepts, whatever the receive count and chance', () => {
  const counts = fc.integer({ min: 1 });
  const chances = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(counts, chances, (receiveCount, random) => {
      const seconds = retryDelay(receiveCount, random);

      expect(Number.isInteger(seconds)).toBe(true);
      expect(seconds).toBeGreaterThanOrEqual(24);
      expect(seconds).toBeLessThanOrEqual(2160);
    }),
  );
});
