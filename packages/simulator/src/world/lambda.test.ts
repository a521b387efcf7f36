import { describe, expect, test } from '@jest/globals';
import { start } from '../testing/records.ts';
import { turns, watch } from '../testing/turns.ts';
import type { Handler } from './functions.ts';
import { presentInvocation, type Invocation } from './invocation.ts';
import { makeLambda, type LambdaDeps } from './lambda.ts';
import { makeVirtualClock } from './virtual-clock.ts';

const timeoutSeconds = 30;

/** Functions that all do the same; counts the containers that were started. */
const aLambda = (handler: Handler, changes: Partial<LambdaDeps> = {}) => {
  const clock = makeVirtualClock(start);
  const started = { containers: 0 };
  const container = (): Handler => {
    started.containers += 1;
    return handler;
  };
  const lambda = makeLambda({
    clock,
    containers: {
      create: container,
      update: container,
      'record-creator': container,
      pdf: container,
      'internal-notify': container,
      'customer-confirm': container,
      sweeper: container,
    },
    timeoutSeconds: () => timeoutSeconds,
    ...changes,
  });
  return { clock, lambda, started };
};

/** A handler whose every invocation ends when told to. */
const held = () => {
  const ends: ((answer: unknown) => void)[] = [];
  return {
    ends,
    handler: (): Promise<unknown> => new Promise((resolve) => ends.push(resolve)),
  };
};

describe('an invocation', () => {
  test('answers what the handler answers', async () => {
    const { lambda } = aLambda(async (event) => ({ seen: event }));

    expect(await lambda.invoke('pdf', 'an event')).toEqual({
      outcome: 'answered',
      payload: { seen: 'an event' },
    });
  });

  test.each([
    [
      'at once',
      (): Promise<unknown> => {
        throw new Error('no');
      },
    ],
    ['later', () => Promise.reject(new Error('no'))],
  ])('fails when the handler throws %s', async (_, handler) => {
    const { lambda } = aLambda(handler);

    expect(await lambda.invoke('pdf', {})).toEqual({ outcome: 'failed' });
  });

  test('is known to all that runs in it, under a number of its own', async () => {
    const seen: Invocation[] = [];
    const { lambda } = aLambda(async () => {
      await turns();
      seen.push(presentInvocation());
    });

    await Promise.all([
      lambda.invoke('pdf', {}, { about: 'order-1' }),
      lambda.invoke('create', {}),
    ]);

    expect(seen).toMatchObject([
      { id: 1, functionName: 'pdf', about: 'order-1' },
      { id: 2, functionName: 'create', about: undefined },
    ]);
    expect(() => presentInvocation()).toThrow('outside of an invocation');
  });

  test('is shown to whoever asks before it begins', async () => {
    const started: number[] = [];
    const { lambda } = aLambda(async () => started.length);

    const invoked = await lambda.invoke('pdf', {}, { onStart: ({ id }) => void started.push(id) });

    expect(invoked).toMatchObject({ payload: 1 });
    expect(started).toEqual([1]);
  });

  test('is given and answers something else under a defect that says so', async () => {
    const { lambda } = aLambda(async (event) => ({ seen: event }), {
      request: (name, event) => `${name} got ${String(event)}`,
      answer: (name, payload, event) => ({ name, payload, event }),
    });

    expect(await lambda.invoke('pdf', 'an event')).toMatchObject({
      payload: { name: 'pdf', payload: { seen: 'pdf got an event' }, event: 'an event' },
    });
  });
});

describe('a container', () => {
  test('takes one invocation at a time, and then the next', async () => {
    const { handler, ends } = held();
    const { lambda, started } = aLambda(handler);

    const together = [lambda.invoke('pdf', {}), lambda.invoke('pdf', {})];
    await turns();
    expect(started.containers).toBe(2);

    for (const end of ends) end('done');
    await Promise.all(together);
    const third = lambda.invoke('pdf', {});
    ends.at(-1)?.('done');
    await third;
    expect(started.containers).toBe(2);
  });

  test('is of one function', async () => {
    const { lambda, started } = aLambda(async () => 'done');

    await lambda.invoke('pdf', {});
    await lambda.invoke('create', {});

    expect(started.containers).toBe(2);
  });

  test('lives on when its handler throws', async () => {
    const { lambda, started } = aLambda(() => Promise.reject(new Error('no')));

    await lambda.invoke('pdf', {});
    await lambda.invoke('pdf', {});

    expect(started.containers).toBe(1);
  });

  test('is gone when its process ends, and nothing is heard of it', async () => {
    const { lambda, started } = aLambda(async () => {
      presentInvocation().die();
      await turns();
      return 'too late';
    });

    expect(await lambda.invoke('pdf', {})).toEqual({ outcome: 'died' });
    await turns();
    await lambda.invoke('pdf', {});

    expect(started.containers).toBe(2);
  });
});

describe('the time of an invocation', () => {
  test('is told to the handler as it runs out', async () => {
    const remaining: number[] = [];
    const { clock, lambda } = aLambda(async (_, { getRemainingTimeInMillis }) => {
      remaining.push(getRemainingTimeInMillis());
      await clock.sleep(20_000);
      remaining.push(getRemainingTimeInMillis());
    });

    const invoked = lambda.invoke('pdf', {});
    clock.moveTo(start + 20_000);
    await invoked;

    expect(remaining).toEqual([30_000, 10_000]);
  });

  test('ends it, to the millisecond', async () => {
    const { handler } = held();
    const { clock, lambda } = aLambda(handler);
    const invoked = lambda.invoke('pdf', {});
    const ended = watch(invoked);

    clock.moveTo(start + timeoutSeconds * 1000 - 1);
    await turns();
    expect(ended.isSettled()).toBe(false);

    clock.moveTo(start + timeoutSeconds * 1000);
    expect(await invoked).toEqual({ outcome: 'died' });
  });

  test('is forgotten when the invocation has ended', async () => {
    const { clock, lambda } = aLambda(async () => 'done');

    await lambda.invoke('pdf', {});

    expect(clock.nextWake()).toBeUndefined();
  });

  test('lets a frozen container go on later, unheard, and never be used again', async () => {
    const finished: string[] = [];
    const { handler, ends } = held();
    const { clock, lambda, started } = aLambda(async (event, context) => {
      await handler();
      // Lambda's clock goes on while a container is frozen: it has no time left, and never less than none.
      finished.push(`${String(event)}, ${context.getRemainingTimeInMillis()} ms left`);
      return 'too late';
    });
    const frozen = lambda.invoke('pdf', 'frozen');
    clock.moveTo(start + 60_000);
    expect(await frozen).toEqual({ outcome: 'died' });

    ends[0]?.('thawed');
    await turns();
    expect(finished).toEqual(['frozen, 0 ms left']);

    void lambda.invoke('pdf', 'next');
    expect(started.containers).toBe(2);
  });
});
