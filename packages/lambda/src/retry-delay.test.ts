import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { delayUntil, retryDelay, returnDelay } from './retry-delay.ts';

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

test.each([
  [1, 0, 0],
  [1, 1, 5],
  [2, middle, 30],
  [3, middle, 120],
  [5, middle, 1800],
])(
  'a message that was not begun at receive %i, by chance %f, returns after %i s',
  (receiveCount, random, seconds) => {
    expect(returnDelay(receiveCount, random)).toBe(seconds);
  },
);

test.each([
  ['a second after the time', 60_000, 30, 61],
  ['after its delay, when that is longer', 10_000, 30, 30],
  ['after its delay, when the time has passed', -60_000, 30, 30],
  ['after a whole second more, when the time is none', 60_001, 30, 62],
  ['after 11 hours, since SQS hides nothing for more than 12', 86_400_000, 30, 39_600],
])('a message that waits for a time returns %s', (_, milliseconds, delay, seconds) => {
  const now = new Date('2026-11-20T09:30:00Z').getTime();

  expect(delayUntil(now + milliseconds, now, delay)).toBe(seconds);
});
