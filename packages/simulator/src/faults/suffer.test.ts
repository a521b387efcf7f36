import { describe, expect, test } from '@jest/globals';
import { start } from '../testing/records.ts';
import { turns, watch } from '../testing/turns.ts';
import { makeActivity } from '../world/activity.ts';
import { makeInvocation } from '../world/invocation.ts';
import { makeVirtualClock } from '../world/virtual-clock.ts';
import type { Fault } from './fault.ts';
import { suffer } from './suffer.ts';

type Answer = { item?: string };

/** A call that answers with an item unless told otherwise, and what is known of it. */
const aCallOf = (answer: () => Promise<Answer> = async () => ({ item: 'order' })) => {
  const clock = makeVirtualClock(start);
  const activity = makeActivity();
  const invocation = makeInvocation(1, 'pdf');
  const made: number[] = [];
  const records: { took: boolean; answered: boolean }[] = [];
  const make = () => {
    made.push(clock.now() - start);
    return answer();
  };
  return {
    activity,
    invocation,
    made,
    records,
    passTo: async (milliseconds: number) => {
      clock.moveTo(start + milliseconds);
      await turns();
    },
    call: (fault: Fault | undefined) =>
      activity.during((work) =>
        suffer<Answer>(
          {
            clock,
            activity,
            work,
            invocation,
            record: (took, answered) => void records.push({ took, answered }),
            refusal: () => new Error('too many'),
            forgetItem: (found) => Reflect.deleteProperty(found, 'item'),
          },
          fault,
          make,
        ),
      ),
  };
};

const refused = () => aCallOf(() => Promise.reject(new Error('refused')));
const noAnswer = { name: 'TimeoutError' };

describe('no fault', () => {
  test('is a call that took effect and was answered', async () => {
    const { call, made, records } = aCallOf();

    expect(await call(undefined)).toEqual({ item: 'order' });
    expect(made).toHaveLength(1);
    expect(records).toEqual([{ took: true, answered: true }]);
  });

  test('lets a refusal of AWS through, which took no effect', async () => {
    const { call, records } = refused();

    await expect(call(undefined)).rejects.toThrow('refused');
    expect(records).toEqual([{ took: false, answered: true }]);
  });

  test('does not let a process that has ended see the answer', async () => {
    const { call, invocation, records } = aCallOf();
    invocation.die();

    await call(undefined);

    expect(records).toEqual([{ took: true, answered: false }]);
  });
});

describe('a fault without effect', () => {
  test('error-before: the call is not made, and no answer comes', async () => {
    const { call, made, records } = aCallOf();

    await expect(call({ kind: 'error-before' })).rejects.toMatchObject(noAnswer);
    expect(made).toEqual([]);
    expect(records).toEqual([{ took: false, answered: false }]);
  });

  test('throttle: the call is refused as the service does it', async () => {
    const { call, made, records } = aCallOf();

    await expect(call({ kind: 'throttle' })).rejects.toThrow('too many');
    expect(made).toEqual([]);
    expect(records).toEqual([{ took: false, answered: true }]);
  });

  test('crash-before: the process ends instead', async () => {
    const { call, invocation, made, records } = aCallOf();

    const called = watch(call({ kind: 'crash-before' }));
    await turns();

    expect(invocation.isDead()).toBe(true);
    expect(called.isSettled()).toBe(false);
    expect(made).toEqual([]);
    expect(records).toEqual([{ took: false, answered: false }]);
  });
});

describe('a fault after the effect', () => {
  test('error-after: the call is made, and its answer is lost', async () => {
    const { call, made, records } = aCallOf();

    await expect(call({ kind: 'error-after' })).rejects.toMatchObject(noAnswer);
    expect(made).toHaveLength(1);
    expect(records).toEqual([{ took: true, answered: false }]);
  });

  test('error-after: a refusal is lost as well', async () => {
    const { call, records } = refused();

    await expect(call({ kind: 'error-after' })).rejects.toMatchObject(noAnswer);
    expect(records).toEqual([{ took: false, answered: false }]);
  });

  test('crash-after: the call is made, and the process ends before the answer', async () => {
    const { call, invocation, made, records } = aCallOf();

    const called = watch(call({ kind: 'crash-after' }));
    await turns();

    expect(invocation.isDead()).toBe(true);
    expect(called.isSettled()).toBe(false);
    expect(made).toHaveLength(1);
    expect(records).toEqual([{ took: true, answered: false }]);
  });
});

describe('a delay', () => {
  test('is a wait before the call, in which nothing goes on', async () => {
    const { activity, call, made, records, passTo } = aCallOf();

    const called = call({ kind: 'delay', milliseconds: 60_000 });
    await activity.settled();
    await passTo(59_999);
    expect(made).toEqual([]);

    await passTo(60_000);
    expect(await called).toEqual({ item: 'order' });
    expect(made).toEqual([60_000]);
    expect(records).toEqual([{ took: true, answered: true }]);
  });

  test('never ends for a process that has ended meanwhile', async () => {
    const { call, invocation, made, passTo } = aCallOf();

    const called = watch(call({ kind: 'delay', milliseconds: 60_000 }));
    invocation.die();
    await passTo(60_000);

    expect(called.isSettled()).toBe(false);
    expect(made).toEqual([]);
  });

  test('lasts until the next move of the clock when nothing is said', async () => {
    const { call, made, passTo } = aCallOf();

    void call({ kind: 'delay' });
    await passTo(0);

    expect(made).toEqual([0]);
  });
});

describe('a late call', () => {
  test('arrives after its caller has given up, who waits three seconds', async () => {
    const { activity, call, made, records, passTo } = aCallOf();
    const called = call({ kind: 'late', milliseconds: 20_000 });
    const given = watch(called);
    await activity.settled();

    await passTo(2_999);
    expect(given.isSettled()).toBe(false);
    await passTo(3_000);
    await expect(called).rejects.toMatchObject(noAnswer);
    expect(made).toEqual([]);

    await passTo(20_000);
    expect(made).toEqual([20_000]);
    expect(records).toEqual([{ took: true, answered: false }]);
  });

  test('goes on while it is made', async () => {
    const answer = Promise.withResolvers<Answer>();
    const { activity, call, passTo } = aCallOf(() => answer.promise);
    await Promise.all([
      expect(call({ kind: 'late', milliseconds: 20_000 })).rejects.toMatchObject(noAnswer),
      passTo(3_000),
    ]);

    await passTo(20_000);
    const settled = watch(activity.settled());
    await turns();
    expect(settled.isSettled()).toBe(false);

    answer.resolve({});
    await turns();
    expect(settled.isSettled()).toBe(true);
  });

  test('that AWS refuses is refused unseen', async () => {
    const { call, records, passTo } = refused();
    await Promise.all([
      expect(call({ kind: 'late', milliseconds: 20_000 })).rejects.toMatchObject(noAnswer),
      passTo(3_000),
    ]);

    await passTo(20_000);

    expect(records).toEqual([{ took: false, answered: false }]);
  });
});

describe('a stale read', () => {
  test('is answered without the item', async () => {
    const { call, records } = aCallOf();

    expect(await call({ kind: 'stale-read' })).toEqual({});
    expect(records).toEqual([{ took: true, answered: true }]);
  });

  test('that AWS refuses is written down like any other', async () => {
    const { call, records } = refused();

    await expect(call({ kind: 'stale-read' })).rejects.toThrow('refused');
    expect(records).toEqual([{ took: false, answered: true }]);
  });
});
