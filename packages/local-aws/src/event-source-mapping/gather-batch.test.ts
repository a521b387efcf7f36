import { describe, expect, test } from '@jest/globals';
import { receivedMessage } from '../testing/received-message.ts';
import { gatherBatch } from './gather-batch.ts';
import type { ReceivedMessage } from './received-message.ts';

const messages = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => receivedMessage(`m${from + index}`));

/** A queue that hands over the given answers one by one, and a clock that only pauses move. */
const script = (...answers: ReceivedMessage[][]) => {
  const calls: { most: number; waitSeconds: number }[] = [];
  let now = 0;
  return {
    calls,
    elapsed: () => now,
    deps: {
      receive: async (most: number, waitSeconds: number) => {
        calls.push({ most, waitSeconds });
        return answers.shift() ?? [];
      },
      pause: async (ms: number) => {
        now += ms;
      },
      now: () => now,
    },
  };
};

const { signal } = new AbortController();

describe('gathering a batch', () => {
  test('ends at once when the batch is full', async () => {
    const { deps, calls, elapsed } = script(messages(10));

    await expect(gatherBatch(deps, { batchSize: 10, windowMs: 250 }, signal)).resolves.toHaveLength(
      10,
    );
    expect(calls).toEqual([{ most: 10, waitSeconds: 20 }]);
    expect(elapsed()).toBe(0);
  });

  test('waits for more until the batch is full', async () => {
    const { deps, calls } = script(messages(3), [], messages(2, 3));

    const batch = await gatherBatch(deps, { batchSize: 5, windowMs: 250 }, signal);

    expect(batch.map(({ MessageId }) => MessageId)).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
    expect(calls.slice(1)).toEqual([
      { most: 2, waitSeconds: 0 },
      { most: 2, waitSeconds: 0 },
    ]);
  });

  test('ends when the window has passed', async () => {
    const { deps, elapsed } = script(messages(1));

    await expect(gatherBatch(deps, { batchSize: 10, windowMs: 250 }, signal)).resolves.toHaveLength(
      1,
    );
    expect(elapsed()).toBe(250);
  });

  test('takes what there is when there is no window', async () => {
    const { deps, calls } = script(messages(4));

    await expect(gatherBatch(deps, { batchSize: 10, windowMs: 0 }, signal)).resolves.toHaveLength(
      4,
    );
    expect(calls).toHaveLength(1);
  });

  test('takes more than ten messages in several calls', async () => {
    const { deps } = script(messages(10), messages(10, 10), messages(5, 20));

    await expect(gatherBatch(deps, { batchSize: 25, windowMs: 250 }, signal)).resolves.toHaveLength(
      25,
    );
  });

  test('ends at 6 MB', async () => {
    const large = receivedMessage('large', { Body: 'x'.repeat(6 * 1024 * 1024) });
    const { deps, calls } = script([large], messages(1));

    await expect(
      gatherBatch(deps, { batchSize: 100, windowMs: 250 }, signal),
    ).resolves.toHaveLength(1);
    expect(calls).toHaveLength(1);
  });

  test('does not open a window when no message came', async () => {
    const { deps, calls } = script([]);

    await expect(gatherBatch(deps, { batchSize: 10, windowMs: 250 }, signal)).resolves.toEqual([]);
    expect(calls).toHaveLength(1);
  });
});
