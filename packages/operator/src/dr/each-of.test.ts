import { describe, expect, test } from '@jest/globals';
import { eachOf } from './each-of.ts';

const numbers = [1, 2, 3, 4, 5, 6, 7];

describe('working on many things', () => {
  test('gives the results in the order of the items, whoever ends first', async () => {
    const work = async (n: number) => {
      for (let turn = 10 - n; turn > 0; turn -= 1) await Promise.resolve();
      return n * 2;
    };

    expect(await eachOf(numbers, 3, work)).toEqual([2, 4, 6, 8, 10, 12, 14]);
  });

  test('works on so many at a time', async () => {
    let [now, most] = [0, 0];
    await eachOf(numbers, 3, async () => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
    });

    expect(most).toBe(3);
  });

  test('begins nothing more after an error', async () => {
    const begun: number[] = [];
    const slow = Promise.withResolvers<undefined>();

    const ended = eachOf(numbers, 2, async (n) => {
      begun.push(n);
      if (n === 1) throw new Error('broken');
      await slow.promise;
    });

    await expect(ended).rejects.toThrow('broken');
    slow.resolve(undefined);
    await new Promise(setImmediate);
    expect(begun).toEqual([1, 2]);
  });
});
