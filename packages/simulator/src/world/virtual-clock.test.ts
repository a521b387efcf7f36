import { readClock } from '@bbws/local-aws/embedded/shared-clock';
import { describe, expect, test } from '@jest/globals';
import { start } from '../testing/records.ts';
import { turns } from '../testing/turns.ts';
import { makeVirtualClock } from './virtual-clock.ts';

/** A clock, and who woke by it, in that order. */
const aClock = () => {
  const clock = makeVirtualClock(start);
  const woken: string[] = [];
  return {
    clock,
    woken,
    sleeper: (name: string, milliseconds: number) => {
      void clock.sleep(milliseconds).then(() => woken.push(name));
    },
    passTo: async (milliseconds: number) => {
      clock.moveTo(start + milliseconds);
      await turns();
    },
  };
};

describe('a virtual clock', () => {
  test('stands still until it is moved', async () => {
    const { clock } = aClock();

    await turns();
    expect(clock.now()).toBe(start);

    clock.moveTo(start + 5);
    expect(clock.now()).toBe(start + 5);
  });

  test('never goes back', () => {
    const { clock } = aClock();

    clock.moveTo(start - 1);

    expect(clock.now()).toBe(start);
  });

  test('shows emulators in other threads the time', () => {
    const { clock } = aClock();
    expect(readClock(clock.memory)).toBe(start);

    clock.moveTo(start + 1_000);

    expect(readClock(clock.memory)).toBe(start + 1_000);
  });
});

describe('a sleeper', () => {
  test('wakes when its time has come, and not a millisecond before', async () => {
    const { woken, sleeper, passTo } = aClock();
    sleeper('a', 1_000);

    await passTo(999);
    expect(woken).toEqual([]);

    await passTo(1_000);
    expect(woken).toEqual(['a']);
  });

  test('wakes before those whose time comes later, whoever slept first', async () => {
    const { woken, sleeper, passTo } = aClock();
    sleeper('late', 30);
    sleeper('early', 10);
    sleeper('between', 20);

    await passTo(30);

    expect(woken).toEqual(['early', 'between', 'late']);
  });

  test('of no time wakes with the next move, even one to the same time', async () => {
    const { woken, sleeper, passTo } = aClock();
    sleeper('a', 0);
    sleeper('b', -5);

    await passTo(0);

    expect(woken).toEqual(['b', 'a']);
  });

  test('sleeps whole milliseconds: emulators know no others', async () => {
    const { clock, woken, sleeper, passTo } = aClock();
    sleeper('a', 10.2);

    expect(clock.nextWake()).toBe(start + 11);
    await passTo(11);
    expect(woken).toEqual(['a']);
  });

  test('is named by its time, the earliest of all, until it has woken', async () => {
    const { clock, sleeper, passTo } = aClock();
    expect(clock.nextWake()).toBeUndefined();

    sleeper('late', 30);
    sleeper('early', 10);
    sleeper('between', 20);
    expect(clock.nextWake()).toBe(start + 10);

    await passTo(10);
    expect(clock.nextWake()).toBe(start + 20);

    await passTo(30);
    expect(clock.nextWake()).toBeUndefined();
  });
});

describe('a sleep that is called off', () => {
  test('throws, and nobody sleeps any more', async () => {
    const { clock } = aClock();
    const over = new AbortController();
    const sleeping = clock.sleep(1_000, over.signal);

    over.abort();

    await expect(sleeping).rejects.toMatchObject({ name: 'AbortError' });
    expect(clock.nextWake()).toBeUndefined();
  });

  test('does not begin when it was called off before', async () => {
    const { clock } = aClock();

    await expect(clock.sleep(1_000, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(clock.nextWake()).toBeUndefined();
  });

  test('has ended well when it is called off too late', async () => {
    const { clock } = aClock();
    const over = new AbortController();
    const sleeping = clock.sleep(1_000, over.signal);

    clock.moveTo(start + 1_000);
    over.abort();

    await expect(sleeping).resolves.toBeUndefined();
  });
});
