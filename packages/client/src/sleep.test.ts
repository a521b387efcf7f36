import { getEventListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { sleep } from './sleep.ts';
import { timers } from './testing/timers.ts';

describe('sleeping', () => {
  test('takes as long as it should', async () => {
    const start = performance.now();

    await sleep(20);

    expect(performance.now() - start).toBeGreaterThanOrEqual(15);
  });

  test('ends with its signal', async () => {
    const controller = new AbortController();
    const sleeping = sleep(60_000, controller.signal);

    controller.abort(new Error('The page was left.'));

    await expect(sleeping).rejects.toThrow('The page was left.');
  });

  test('does not begin when its signal is aborted already', async () => {
    const signal = AbortSignal.abort(new Error('The page was left.'));

    await expect(sleep(60_000, signal)).rejects.toThrow('The page was left.');
  });

  test('leaves no timer and no listener behind when it ends early', async () => {
    const controller = new AbortController();
    const before = timers();
    const sleeping = sleep(60_000, controller.signal);
    const during = timers();

    controller.abort();

    await expect(sleeping).rejects.toThrow();
    expect([during, timers()]).toEqual([before + 1, before]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  test('leaves no listener behind when it ends in time', async () => {
    const { signal } = new AbortController();

    await sleep(1, signal);

    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
