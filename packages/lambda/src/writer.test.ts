import { describe, expect, jest, test } from '@jest/globals';
import { makeIsWriter, refuseUnlessWriter, writerKnownFor } from './writer.ts';

/** A function in af-south-1 that reads these answers, one after the other; its clock is set by hand. */
const inAfrica = (...answers: readonly (string | Error | undefined)[]) => {
  const left = [...answers];
  let time = Date.parse('2026-11-20T09:30:00.000Z');
  const readWriterRegion = jest.fn(async () => {
    if (left.length === 0) throw new Error('asked too often');
    const answer = left.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return {
    isWriter: makeIsWriter({ readWriterRegion, region: 'af-south-1', now: () => new Date(time) }),
    readWriterRegion,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
};
const fault = new Error('The table is away');

describe('a region writes', () => {
  test.each([
    [true, 'when it is the one', 'af-south-1'],
    [true, 'when nobody has said which', undefined],
    [false, 'when it is another', 'eu-west-1'],
    [false, 'while none does', 'none'],
  ])('%p: %s', async (expected, _, answer) => {
    const { isWriter } = inAfrica(answer);

    expect(await isWriter()).toBe(expected);
  });
});

describe('an answer', () => {
  test('is relied on for ten seconds, and no longer', async () => {
    const { isWriter, readWriterRegion, pass } = inAfrica('af-south-1', 'none');
    await isWriter();

    pass(writerKnownFor - 1);
    const before = await isWriter();
    pass(1);
    const after = await isWriter();

    expect(writerKnownFor).toBe(10_000);
    expect([before, after]).toEqual([true, false]);
    expect(readWriterRegion).toHaveBeenCalledTimes(2);
  });

  test('that says no is relied on as long', async () => {
    const { isWriter, pass } = inAfrica('none', 'af-south-1');
    await isWriter();

    pass(writerKnownFor - 1);
    const before = await isWriter();
    pass(1);
    const after = await isWriter();

    expect([before, after]).toEqual([false, true]);
  });

  test('is shared by all who ask at once', async () => {
    const { isWriter, readWriterRegion } = inAfrica('af-south-1');

    const answers = await Promise.all([isWriter(), isWriter(), isWriter()]);

    expect(answers).toEqual([true, true, true]);
    expect(readWriterRegion).toHaveBeenCalledTimes(1);
  });

  test('is as old as its question: a slow read is not relied on for longer', async () => {
    const { isWriter, readWriterRegion, pass } = inAfrica('none');
    const slow = Promise.withResolvers<string>();
    readWriterRegion.mockReturnValueOnce(slow.promise);
    const first = isWriter();

    pass(writerKnownFor);
    const second = isWriter();
    slow.resolve('af-south-1');

    expect(await Promise.all([first, second])).toEqual([true, false]);
  });
});

describe('a read that fails', () => {
  test('is thrown, to all who wait for it', async () => {
    const { isWriter, readWriterRegion } = inAfrica(fault);

    const answers = await Promise.allSettled([isWriter(), isWriter()]);

    expect(answers).toEqual([1, 2].map(() => ({ status: 'rejected', reason: fault })));
    expect(readWriterRegion).toHaveBeenCalledTimes(1);
  });

  test('is not remembered: the next one asks again', async () => {
    const { isWriter } = inAfrica(fault, 'none');
    await isWriter().catch(() => undefined);

    expect(await isWriter()).toBe(false);
  });

  test('is no yes, though the answer before was', async () => {
    const { isWriter, pass } = inAfrica('af-south-1', fault);
    await isWriter();

    pass(writerKnownFor);

    await expect(isWriter()).rejects.toBe(fault);
  });

  test('leaves the answer alone that was asked for after it', async () => {
    const { isWriter, readWriterRegion, pass } = inAfrica('none');
    const slow = Promise.withResolvers<string>();
    readWriterRegion.mockReturnValueOnce(slow.promise);
    const first = isWriter();
    pass(writerKnownFor);
    await isWriter();

    slow.reject(fault);
    await expect(first).rejects.toBe(fault);

    expect(await isWriter()).toBe(false);
    expect(readWriterRegion).toHaveBeenCalledTimes(2);
  });
});

describe('a write', () => {
  test('is let through in the region that writes', async () => {
    await expect(refuseUnlessWriter(async () => true)).resolves.toBeUndefined();
  });

  test('is refused elsewhere, and told when to come back', async () => {
    const refused = refuseUnlessWriter(async () => false);

    await expect(refused).rejects.toMatchObject({
      code: 'NOT_THE_WRITER',
      details: { retryAfterSeconds: 30 },
    });
  });

  test('is not let through when it is unknown which region writes', async () => {
    await expect(refuseUnlessWriter(() => Promise.reject(fault))).rejects.toBe(fault);
  });
});
