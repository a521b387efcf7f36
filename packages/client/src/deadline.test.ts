import { getEventListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { withDeadline } from './deadline.ts';
import { sleep } from './sleep.ts';
import { timers } from './testing/timers.ts';

const late = () => new Error('too late');
const pageLeft = new Error('The page was left.');

describe('work with a deadline', () => {
  test('gives what it gives in time', async () => {
    const work = async () => 'done';

    expect(await withDeadline({ timeoutMs: 1000, signal: undefined, late }, work)).toBe('done');
  });

  test('throws what it throws in time', async () => {
    const work = async () => {
      throw new Error('broken');
    };

    await expect(withDeadline({ timeoutMs: 1000, signal: undefined, late }, work)).rejects.toThrow(
      'broken',
    );
  });

  test('throws its own error when it is late', async () => {
    await expect(
      withDeadline({ timeoutMs: 5, signal: undefined, late }, (ends) => sleep(60_000, ends)),
    ).rejects.toThrow('too late');
  });

  test('is late too when the work throws something else for it', async () => {
    const work = (ends: AbortSignal) =>
      sleep(60_000, ends).catch(() => Promise.reject(new TypeError('aborted')));

    await expect(withDeadline({ timeoutMs: 5, signal: undefined, late }, work)).rejects.toThrow(
      'too late',
    );
  });

  test("ends with the caller's signal", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const working = withDeadline({ timeoutMs: 60_000, signal, late }, (ends) =>
      sleep(60_000, ends),
    );

    controller.abort(pageLeft);

    await expect(working).rejects.toBe(pageLeft);
  });

  test("does not begin when the caller's signal is aborted already", async () => {
    const signal = AbortSignal.abort(pageLeft);
    const work = async () => 'done';

    await expect(withDeadline({ timeoutMs: 1000, signal, late }, work)).rejects.toBe(pageLeft);
  });

  test('leaves no timer and no listener behind', async () => {
    const before = timers();
    const { signal } = new AbortController();

    await withDeadline({ timeoutMs: 60_000, signal, late }, async () => 'done');

    expect(timers()).toBe(before);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
