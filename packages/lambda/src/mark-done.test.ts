import { describe, expect, test } from '@jest/globals';
import { markDone } from './mark-done.ts';
import { observedLog, observedMetrics } from './testing/observed.ts';
import { virtualTime } from './testing/virtual-time.ts';

const effect = { name: 'customer-recorded' };
const done = { token: 'token-1', now: 0, messageId: 'message-1' };
const stale = new Error('no');

/**
 * Marks with `finish`, which is told how many attempts were made before; the invocation ends after `stopAfter` seconds.
 * Gives the seconds at which attempts began, and what was told.
 */
const mark = async (
  finish: (attempts: number, sleep: (seconds: number) => Promise<void>) => Promise<boolean>,
  { stopAfter }: { readonly stopAfter?: number } = {},
) => {
  const time = virtualTime();
  const start = time.now();
  const since = () => (time.now() - start) / 1000;
  const stop = new AbortController();
  if (stopAfter === 0) stop.abort();
  else if (stopAfter !== undefined)
    void time.sleep(stopAfter * 1000).then(() => {
      stop.abort();
    });
  const attempts: number[] = [];
  const { log, lines } = observedLog();
  const { metrics, counts } = observedMetrics();
  const deps = {
    finishEffect: async () => {
      attempts.push(since());
      return finish(attempts.length - 1, (seconds) => time.sleep(seconds * 1000));
    },
    metrics,
    now: () => new Date(time.now()),
    sleep: time.sleep,
  };

  await time.passing(markDone(deps, effect, done, { log, signal: stop.signal }));

  return { attempts, took: since(), lines, counts, sleepers: time.sleepers() };
};

describe('marking an effect done', () => {
  test('takes one attempt when it succeeds, and leaves no timer behind', async () => {
    const { attempts, counts, lines, sleepers } = await mark(async () => true);

    expect(attempts).toEqual([0]);
    expect({ counts, lines, sleepers }).toEqual({ counts: {}, lines: [], sleepers: 0 });
  });

  test('tries again with growing pauses, for about 13 s', async () => {
    const { attempts } = await mark(async () => Promise.reject(stale));

    expect(attempts).toEqual([0, 0.2, 0.6, 1.4, 3, 6.2, 12.6].map((at) => expect.closeTo(at)));
  });

  test('ends with the attempt that succeeds', async () => {
    const { attempts, counts, lines } = await mark(async (failed) => {
      if (failed < 3) throw stale;
      return true;
    });

    expect(attempts).toHaveLength(4);
    expect({ counts, lines }).toEqual({ counts: {}, lines: [] });
  });

  test('begins no attempt after 15 s, when each takes long itself', async () => {
    const { attempts, counts } = await mark(async (_, sleep) => {
      await sleep(9);
      throw stale;
    });

    expect(attempts).toEqual([0, 9.2]);
    expect(counts).toEqual({ UnmarkedEffects: 1 });
  });

  test('is told of and counted, and no failure, when no attempt succeeds', async () => {
    const { counts, lines } = await mark(async () => Promise.reject(stale));

    expect(counts).toEqual({ UnmarkedEffects: 1 });
    expect(lines).toMatchObject([{ level: 'error' }]);
  });

  test('is told of when the lease ran out and somebody else has it', async () => {
    const { attempts, counts, lines } = await mark(async () => false);

    expect(attempts).toEqual([0]);
    expect(counts).toEqual({});
    expect(lines).toMatchObject([{ level: 'warn' }]);
  });
});

describe('marking an effect done while the invocation ends', () => {
  test('is one more attempt, at once', async () => {
    const { attempts, counts } = await mark(async () => Promise.reject(stale), { stopAfter: 4 });

    expect(attempts).toEqual([0, 0.2, 0.6, 1.4, 3, 4].map((at) => expect.closeTo(at)));
    expect(counts).toEqual({ UnmarkedEffects: 1 });
  });

  test('is still tried when the end was there before', async () => {
    const { attempts, counts } = await mark(async () => true, { stopAfter: 0 });

    expect(attempts).toEqual([0]);
    expect(counts).toEqual({});
  });

  test('waits no longer than half a second for an answer', async () => {
    const { took, counts, sleepers } = await mark(() => new Promise(() => undefined), {
      stopAfter: 4,
    });

    expect(took).toBe(4.5);
    expect(counts).toEqual({ UnmarkedEffects: 1 });
    expect(sleepers).toBe(0);
  });

  test('hears of an answer that comes within it', async () => {
    const { took, counts, sleepers } = await mark(
      async (_, sleep) => {
        await sleep(4.4);
        return true;
      },
      { stopAfter: 4 },
    );

    expect(took).toBe(4.4);
    expect(counts).toEqual({});
    expect(sleepers).toBe(0);
  });
});
