import { expect, test } from '@jest/globals';
import { oneByOne } from './turns.ts';

test('a task whose turn comes runs although the one before has failed', async () => {
  const takeTurn = oneByOne();
  const steps: string[] = [];

  const failing = takeTurn(() => Promise.reject(new Error('no')));
  const next = takeTurn(async () => void steps.push('next'));

  await expect(failing).rejects.toThrow('no');
  await next;
  expect(steps).toEqual(['next']);
});
