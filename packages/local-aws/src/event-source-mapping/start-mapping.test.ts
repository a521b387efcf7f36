import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../function-worker/protocol.ts';
import { eventually } from '../testing/eventually.ts';
import { receivedMessage } from '../testing/received-message.ts';
import type { ReceivedMessage } from './received-message.ts';
import { startMapping } from './start-mapping.ts';

const queueArn = 'arn:aws:sqs:af-south-1:000000000000:queue';
const settings = { batchSize: 1, windowMs: 0, maximumConcurrency: 2 };
const done: Outcome = { ok: true, payload: null };

/** A queue in memory: hands over one message per call, then waits until it is closed. */
const queueOf = (...ids: string[]) => {
  const waiting = [...ids];
  const removed: string[] = [];
  return {
    removed,
    receive: async (
      _most: number,
      _wait: number,
      signal: AbortSignal,
    ): Promise<ReceivedMessage[]> => {
      const id = waiting.shift();
      if (id === undefined) await delay(10_000, undefined, { signal });
      return id === undefined ? [] : [receivedMessage(id)];
    },
    remove: async (messages: readonly ReceivedMessage[]) => {
      removed.push(...messages.map(({ MessageId }) => MessageId));
    },
  };
};

const unexpected = (error: unknown) => {
  throw error;
};

describe('an event source mapping', () => {
  test('removes the messages that the function is done with', async () => {
    const queue = queueOf('a', 'b');
    const mapping = startMapping(
      { queue, queueArn, invoke: async () => done, onError: unexpected },
      settings,
    );

    await eventually(
      () => queue.removed,
      ({ length }) => length === 2,
    );

    await mapping.close();
    expect(queue.removed).toEqual(['a', 'b']);
  });

  test('leaves the messages of a failed invocation where they are', async () => {
    const queue = queueOf('a', 'b');
    const outcomes: Outcome[] = [{ ok: false, error: { errorType: 'Error', errorMessage: 'No.' } }];
    const invoke = async () => outcomes.shift() ?? done;
    const mapping = startMapping({ queue, queueArn, invoke, onError: unexpected }, settings);

    await eventually(
      () => queue.removed,
      ({ length }) => length === 1,
    );

    await mapping.close();
    expect(queue.removed).toEqual(['b']);
  });

  test('runs as many invocations at once as it may, and no more', async () => {
    const queue = queueOf('a', 'b', 'c');
    const finish: (() => void)[] = [];
    const invoke = () => new Promise<Outcome>((resolve) => finish.push(() => resolve(done)));
    const mapping = startMapping({ queue, queueArn, invoke, onError: unexpected }, settings);

    await eventually(
      () => finish,
      ({ length }) => length === 2,
    );
    await delay(30);
    expect(finish).toHaveLength(2);

    finish[0]?.();
    await eventually(
      () => finish,
      ({ length }) => length === 3,
    );
    for (const end of finish) end();
    await mapping.close();
  });

  test('goes on after an error of the queue', async () => {
    const errors: unknown[] = [];
    const queue = queueOf('a');
    let calls = 0;
    const receive: typeof queue.receive = (...parameters) => {
      calls += 1;
      if (calls === 1) return Promise.reject(new Error('No connection.'));
      return queue.receive(...parameters);
    };
    const onError = (error: unknown) => errors.push(error);
    const deps = { queue: { ...queue, receive }, queueArn, invoke: async () => done, onError };
    const mapping = startMapping(deps, settings);

    await eventually(
      () => queue.removed,
      ({ length }) => length === 1,
    );

    await mapping.close();
    expect(errors).toEqual([new Error('No connection.')]);
  });

  test('reports an error in removing messages', async () => {
    const errors: unknown[] = [];
    const remove = () => Promise.reject(new Error('Not deleted.'));
    const onError = (error: unknown) => errors.push(error);
    const deps = {
      queue: { ...queueOf('a'), remove },
      queueArn,
      invoke: async () => done,
      onError,
    };
    const mapping = startMapping(deps, settings);

    await eventually(
      () => errors,
      ({ length }) => length === 1,
    );

    await mapping.close();
    expect(errors).toEqual([new Error('Not deleted.')]);
  });

  test('ends its long poll when it is closed', async () => {
    const mapping = startMapping(
      { queue: queueOf(), queueArn, invoke: async () => done, onError: unexpected },
      settings,
    );
    const start = Date.now();

    await mapping.close();

    expect(Date.now() - start).toBeLessThan(1000);
  });
});
