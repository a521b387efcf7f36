import { getEventListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { unlessAborted } from './unless-aborted.ts';

const pageLeft = new Error('The page was left.');
const never = new Promise<string>(() => undefined);

describe('work that knows no signal', () => {
  test('gives what it gives, and leaves no listener behind', async () => {
    const { signal } = new AbortController();

    expect(await unlessAborted(signal, Promise.resolve('done'))).toBe('done');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('throws what it throws', async () => {
    const { signal } = new AbortController();
    const work = Promise.reject(new Error('broken'));

    await expect(unlessAborted(signal, work)).rejects.toThrow('broken');
  });

  test('ends with the signal', async () => {
    const controller = new AbortController();
    const working = unlessAborted(controller.signal, never);

    controller.abort(pageLeft);

    await expect(working).rejects.toBe(pageLeft);
  });

  test('ends at once when the signal is aborted already', async () => {
    await expect(unlessAborted(AbortSignal.abort(pageLeft), never)).rejects.toBe(pageLeft);
  });
});
