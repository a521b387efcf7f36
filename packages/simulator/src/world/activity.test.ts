import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { turns, watch } from '../testing/turns.ts';
import { makeActivity } from './activity.ts';

/** A thing that is waited for until it is ended. */
const gate = () => Promise.withResolvers<undefined>();

describe('an activity', () => {
  test('is settled when nothing goes on', async () => {
    await expect(makeActivity().settled()).resolves.toBeUndefined();
  });

  test('is not settled before all work has ended', async () => {
    const activity = makeActivity();
    const [one, other] = [gate(), gate()];
    void activity.during(() => one.promise);
    void activity.during(() => other.promise);
    const settled = watch(activity.settled());

    one.resolve(undefined);
    await turns();
    expect(settled.isSettled()).toBe(false);

    other.resolve(undefined);
    await turns();
    expect(settled.isSettled()).toBe(true);
  });

  test('waits for the work that code begins a little after the last', async () => {
    const activity = makeActivity();
    const [first, second] = [gate(), gate()];
    void activity
      .during(() => first.promise)
      .then(turn)
      .then(turn)
      .then(() => activity.during(() => second.promise));
    const settled = watch(activity.settled());

    first.resolve(undefined);
    await turns();
    expect(settled.isSettled()).toBe(false);

    second.resolve(undefined);
    await turns();
    expect(settled.isSettled()).toBe(true);
  });

  test('gives what the work gives, and ends with work that fails', async () => {
    const activity = makeActivity();

    expect(await activity.during(() => Promise.resolve('done'))).toBe('done');
    await expect(activity.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');

    await expect(activity.settled()).resolves.toBeUndefined();
  });
});

describe('work that waits for the clock', () => {
  test('does not go on', async () => {
    const activity = makeActivity();
    const waiting = gate();
    void activity.during((work) => work.exceptDuring(() => waiting.promise));

    const settled = watch(activity.settled());
    await turns();

    expect(settled.isSettled()).toBe(true);
    waiting.resolve(undefined);
  });

  test.each([
    ['ended', (waiting: ReturnType<typeof gate>) => waiting.resolve(undefined)],
    ['failed', (waiting: ReturnType<typeof gate>) => waiting.reject(new Error('no'))],
  ])('goes on when its wait has %s', async (_, end) => {
    const activity = makeActivity();
    const [waiting, rest] = [gate(), gate()];
    void activity.during(async (work) => {
      await work.exceptDuring(() => waiting.promise).catch(() => undefined);
      await rest.promise;
    });

    end(waiting);
    await turns();
    const settled = watch(activity.settled());
    await turns();
    expect(settled.isSettled()).toBe(false);

    rest.resolve(undefined);
    await turns();
    expect(settled.isSettled()).toBe(true);
  });

  test('lets other work go on', async () => {
    const activity = makeActivity();
    const [waiting, other] = [gate(), gate()];
    void activity.during((work) => work.exceptDuring(() => waiting.promise));
    void activity.during(() => other.promise);

    const settled = watch(activity.settled());
    await turns();
    expect(settled.isSettled()).toBe(false);

    other.resolve(undefined);
    await turns();
    expect(settled.isSettled()).toBe(true);
    waiting.resolve(undefined);
  });
});

describe('work that is given up while it waits', () => {
  /** A call whose caller went away while it was held up. */
  const givenUp = async (activity: ReturnType<typeof makeActivity>) => {
    const waiting = gate();
    await activity.during((work) =>
      Promise.race([work.exceptDuring(() => waiting.promise), Promise.resolve()]),
    );
    return waiting;
  };

  test('does not go on when its wait ends', async () => {
    const activity = makeActivity();
    const waiting = await givenUp(activity);

    waiting.resolve(undefined);
    await turns();

    const settled = watch(activity.settled());
    await turns();
    expect(settled.isSettled()).toBe(true);
  });

  test('does not end the work of others', async () => {
    const activity = makeActivity();
    const other = gate();
    void activity.during(() => other.promise);
    const waiting = await givenUp(activity);

    waiting.resolve(undefined);
    await turns();

    const settled = watch(activity.settled());
    await turns();
    expect(settled.isSettled()).toBe(false);
    other.resolve(undefined);
    await turns();
    expect(settled.isSettled()).toBe(true);
  });
});
