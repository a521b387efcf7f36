import { describe, expect, test } from '@jest/globals';
import { meanBatch } from './batches.ts';

const queue = { batchSize: 10, batchWindowSeconds: 5 };
/** Messages of a month in which so many come in a second. */
const perSecond = (messages: number) => messages * 730 * 3600;

describe('a batch', () => {
  test('is one message when hardly any come', () => {
    expect(meanBatch(queue, 0)).toBe(1);
    expect(meanBatch(queue, 1000)).toBeCloseTo(1, 3);
  });

  test('grows with what comes to one of five pollers within the window', () => {
    expect(meanBatch(queue, perSecond(2))).toBeCloseTo(1 + (2 / 5) * 5);
  });

  test('has at most what the function takes', () => {
    expect(meanBatch(queue, perSecond(1000))).toBe(10);
  });

  test('is one message without a window', () => {
    expect(meanBatch({ ...queue, batchWindowSeconds: 0 }, perSecond(1000))).toBe(1);
  });
});
