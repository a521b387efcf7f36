import { describe, expect, test } from '@jest/globals';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import { makeCurrentLogo } from './current-logo.ts';
import type { Fetched } from './fetch-logo.ts';
import { aPng } from './testing/images.ts';

type Answer = Fetched | Error;

/** A bucket that gives these answers, one after the other, then the last one for ever. */
const bucketOf = (...answers: [Answer, ...Answer[]]) => {
  const asked: (string | undefined)[] = [];
  const { metrics, counts } = observedMetrics();
  const { log, lines } = observedLog();
  let minutes = 0;
  const currentLogo = makeCurrentLogo({
    log,
    metrics,
    now: () => new Date(minutes * 60_000),
    fetchLogo: async (etag) => {
      asked.push(etag);
      const answer = answers[Math.min(asked.length, answers.length) - 1] ?? answers[0];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { currentLogo, asked, counts, lines, wait: (by: number) => (minutes += by) };
};

const first = { bytes: aPng(), etag: '"1"' };
const second = { bytes: aPng({ width: 9 }), etag: '"2"' };

describe('The logo', () => {
  test('is that of the bucket', async () => {
    const { currentLogo, counts } = bucketOf(first);

    expect(await currentLogo()).toMatchObject({ width: 8, height: 4 });
    expect(counts).toEqual({});
  });

  test('is asked for once in five minutes', async () => {
    const { currentLogo, asked, wait } = bucketOf(first);

    await currentLogo();
    wait(4);
    await currentLogo();

    expect(asked).toEqual([undefined]);
  });

  test('is the same for all who ask at the same time, and asked for once', async () => {
    const { currentLogo, asked } = bucketOf(first);

    const [one, other] = await Promise.all([currentLogo(), currentLogo()]);

    expect(one).toBeDefined();
    expect(other).toBe(one);
    expect(asked).toHaveLength(1);
  });

  test('is then asked for by its tag, and kept when it is unchanged', async () => {
    const { currentLogo, asked, wait } = bucketOf(first, 'unchanged');
    const before = await currentLogo();
    wait(5);

    expect(await currentLogo()).toBe(before);
    expect(asked).toEqual([undefined, '"1"']);
  });

  test('is the new one when it changed', async () => {
    const { currentLogo, wait } = bucketOf(first, second);
    await currentLogo();
    wait(5);

    expect(await currentLogo()).toMatchObject({ width: 9 });
  });

  test('is the bundled one when there is none, which is no fault', async () => {
    const { currentLogo, counts } = bucketOf('missing');

    expect(await currentLogo()).toBeUndefined();
    expect(counts).toEqual({});
  });

  test('is the bundled one when it is broken, which is counted and logged once', async () => {
    const broken = { bytes: new Uint8Array(9), etag: '"3"' };
    const { currentLogo, counts, lines, wait } = bucketOf(first, broken, 'unchanged');
    await currentLogo();
    wait(5);
    await currentLogo();
    wait(5);

    expect(await currentLogo()).toBeUndefined();
    expect(counts).toEqual({ LogoFaults: 1 });
    expect(lines).toMatchObject([{ reason: 'The logo is neither PNG nor JPEG' }]);
  });

  test('is the last one while the bucket does not answer; what it said is not logged', async () => {
    const { currentLogo, counts, lines, wait } = bucketOf(first, new TypeError('secret'));
    const before = await currentLogo();
    wait(5);

    expect(await currentLogo()).toBe(before);
    expect(counts).toEqual({ LogoFaults: 1 });
    expect(lines).toMatchObject([{ reason: 'TypeError' }]);
  });

  test('is the bundled one when the bucket never answered', async () => {
    const { currentLogo } = bucketOf(new Error('away'));

    expect(await currentLogo()).toBeUndefined();
  });
});
