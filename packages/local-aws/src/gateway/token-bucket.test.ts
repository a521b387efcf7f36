import { describe, expect, test } from '@jest/globals';
import { makeTokenBucket } from './token-bucket.ts';

const makeBucket = () => {
  let ms = 0;
  const take = makeTokenBucket({ ratePerSecond: 10, burst: 3 }, () => ms);
  return {
    wait: (duration: number) => (ms += duration),
    admitted: (requests: number) => Array.from({ length: requests }, take).filter(Boolean).length,
  };
};

describe('a token bucket', () => {
  test('lets a burst pass, and no more', () => {
    expect(makeBucket().admitted(10)).toBe(3);
  });

  test('lets requests pass again at its rate', () => {
    const bucket = makeBucket();
    bucket.admitted(3);

    bucket.wait(250);

    expect(bucket.admitted(10)).toBe(2);
  });

  test('gathers parts of a request', () => {
    const bucket = makeBucket();
    bucket.admitted(3);

    bucket.wait(60);
    expect(bucket.admitted(1)).toBe(0);
    bucket.wait(60);

    expect(bucket.admitted(10)).toBe(1);
  });

  test('holds no more than a burst after a long rest', () => {
    const bucket = makeBucket();

    bucket.wait(3_600_000);

    expect(bucket.admitted(10)).toBe(3);
  });

  test('loses nothing to a clock that is set back', () => {
    const bucket = makeBucket();

    bucket.wait(-60_000);

    expect(bucket.admitted(10)).toBe(3);
  });
});
