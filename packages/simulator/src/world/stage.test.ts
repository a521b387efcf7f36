import { describe, expect, test } from '@jest/globals';
import { start } from '../testing/records.ts';
import { aSource } from '../testing/source.ts';
import { makeStage } from './stage.ts';
import { makeTurnstile, openTurnstile } from './turnstile.ts';

const minute = 60_000;

describe('time on a stage', () => {
  test('goes from one sleeper to the next, and to the end', async () => {
    const { clock, runUntil } = makeStage(start, openTurnstile);
    const seen: number[] = [];
    for (const minutes of [3, 1, 2])
      void clock.sleep(minutes * minute).then(() => seen.push(clock.now() - start));

    await runUntil(start + 2.5 * minute);

    expect(seen).toEqual([minute, 2 * minute]);
    expect(clock.now()).toBe(start + 2.5 * minute);
  });

  test('stands still while something goes on', async () => {
    const { activity, clock, runUntil } = makeStage(start, openTurnstile);
    const seen: number[] = [];
    void activity.during(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push(clock.now() - start);
    });

    await runUntil(start + minute);

    expect(seen).toEqual([0]);
  });

  test('lets what wakes go to sleep again', async () => {
    const { clock, runUntil } = makeStage(start, openTurnstile);
    let rounds = 0;
    const sleepOften = async () => {
      for (; rounds < 10; rounds += 1) await clock.sleep(minute);
    };
    void sleepOften();

    await runUntil(start + 60 * minute);

    expect(rounds).toBe(10);
  });

  test('goes on when everybody has had a turn, one after the other', async () => {
    const { activity, clock, runUntil, turnstile } = makeStage(start, makeTurnstile(1));
    const seen: string[] = [];
    const call = (name: string) =>
      activity.during(async (work) => {
        await work.exceptDuring(() => turnstile.pass(name));
        seen.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        seen.push(`${name} ends`);
      });
    void call('a');
    void call('b');
    void clock.sleep(minute).then(() => seen.push('a minute later'));

    await runUntil(start + minute);

    const [first] = seen[0]?.split(' ') ?? [];
    const second = first === 'a' ? 'b' : 'a';
    expect(seen).toEqual([
      `${first} begins`,
      `${first} ends`,
      `${second} begins`,
      `${second} ends`,
      'a minute later',
    ]);
  });

  test('stops where somebody says that it is over', async () => {
    const { clock, runUntil } = makeStage(start, openTurnstile);
    void clock.sleep(minute);
    void clock.sleep(2 * minute);

    await runUntil(start + 60 * minute, () => clock.now() >= start + minute);

    expect(clock.now()).toBe(start + minute);
  });

  test('stops for each look into a queue', async () => {
    const { batches, clock, passTo, queue, source } = aSource();
    queue.fill(1);
    source.lookSoon();
    void clock.sleep(60 * minute);

    await passTo(60 * minute);

    expect(batches.map(({ at }) => at)).toEqual([5_000]);
  });
});
