import { describe, expect, jest, test } from '@jest/globals';
import { closingOnFailure, startTogether } from './started.ts';

describe('starting several things', () => {
  test('closes them all when one does not start, the slow ones too', async () => {
    const close = jest.fn(async () => undefined);
    const slow = new Promise<{ close: typeof close }>((resolve) => {
      setTimeout(() => resolve({ close }), 20);
    });

    const start = closingOnFailure((stack) =>
      startTogether(stack, [slow, Promise.reject(new Error('No port.'))]),
    );

    await expect(start).rejects.toThrow('No port.');
    expect(close).toHaveBeenCalledTimes(1);
  });

  test('hands them on in their order and leaves them running', async () => {
    const close = jest.fn(async () => undefined);

    const started = await closingOnFailure((stack) =>
      startTogether(stack, [
        Promise.resolve({ name: 'first', close }),
        Promise.resolve({ name: 'second', close }),
      ]),
    );

    expect(started.map(({ name }) => name)).toEqual(['first', 'second']);
    expect(close).not.toHaveBeenCalled();
  });
});
