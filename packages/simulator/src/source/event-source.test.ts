import { describe, expect, test } from '@jest/globals';
import { orderOf } from '../testing/queue.ts';
import { start } from '../testing/records.ts';
import { allDone, aSource, failedWith } from '../testing/source.ts';

const sizesOf = (batches: readonly { readonly ids: readonly string[] }[]) =>
  batches.map(({ ids }) => ids.length);

describe('a batch', () => {
  test('is gathered for as long as the window, and handed over whole', async () => {
    const { batches, passTo, queue, source } = aSource();
    queue.fill(3);
    source.lookSoon();

    await passTo(4_999);
    expect(batches).toEqual([]);

    await passTo(5_000);
    expect(batches).toEqual([{ at: 5_000, ids: ['message-1', 'message-2', 'message-3'] }]);
  });

  test('is no larger than it may be', async () => {
    const { batches, passTo, queue, source } = aSource();
    queue.fill(25);
    source.lookSoon();

    await passTo(5_000);

    expect(sizesOf(batches)).toEqual([10, 10, 5]);
    expect(queue.left()).toEqual([]);
  });

  test('waits for its turn while as many run as may', async () => {
    const { batches, passTo, queue, source } = aSource(
      { batchSize: 1, windowMs: 0, maximumConcurrency: 2 },
      {
        work: async (_, { clock }) => {
          await clock.sleep(10_000);
          return allDone;
        },
      },
    );
    queue.fill(5);
    source.lookSoon();

    await passTo(60_000);

    expect(batches.map(({ at }) => at)).toEqual([0, 0, 10_000, 10_000, 20_000]);
    expect(queue.left()).toEqual([]);
  });
});

describe('what the function is done with', () => {
  test('is deleted, and what failed is not', async () => {
    const { history, passTo, queue, source } = aSource(
      {},
      { work: async () => failedWith('message-2') },
    );
    queue.fill(3);
    source.lookSoon();

    await passTo(5_000);

    expect(queue.left()).toEqual(['message-2']);
    const message = { at: start + 5_000, invocation: 1, functionName: 'pdf', receiveCount: 1 };
    expect(history.messages).toEqual([
      { ...message, messageId: 'message-1', subject: orderOf(1), outcome: 'done' },
      { ...message, messageId: 'message-2', subject: orderOf(2), outcome: 'failed' },
      { ...message, messageId: 'message-3', subject: orderOf(3), outcome: 'done' },
    ]);
  });

  test('is shown to the watchers: the done before they are deleted, the failed with their batch', async () => {
    const seen: string[] = [];
    const { passTo, queue, source } = aSource(
      {},
      {
        work: async () => failedWith('message-2'),
        onDone: async ({ MessageId }, invocation) => {
          seen.push(`${MessageId} done by ${invocation}, ${queue.left().length} in the queue`);
        },
        onFailed: ({ MessageId }, invocation, batch) => {
          seen.push(`${MessageId} failed by ${invocation}, one of ${batch.length}`);
        },
      },
    );
    queue.fill(2);
    source.lookSoon();

    await passTo(5_000);

    expect(seen).toEqual([
      'message-2 failed by 1, one of 2',
      'message-1 done by 1, 2 in the queue',
    ]);
  });

  test.each([['failed'], ['died']] as const)(
    'is nothing when the invocation %s, and nobody reported a failure',
    async (outcome) => {
      const reported: string[] = [];
      const { history, passTo, queue, source } = aSource(
        {},
        {
          work: async () => ({ outcome }),
          onFailed: ({ MessageId }) => void reported.push(MessageId),
        },
      );
      queue.fill(2);
      source.lookSoon();

      await passTo(5_000);

      expect(queue.left()).toEqual(['message-1', 'message-2']);
      expect(history.messages.map((message) => message.outcome)).toEqual(['died', 'died']);
      expect([...history.deaths]).toEqual(outcome === 'died' ? [1] : []);
      expect(reported).toEqual([]);
    },
  );
});

describe('a message that is not deleted', () => {
  test('comes back when it is visible again, received once more', async () => {
    let rounds = 0;
    const { batches, history, passTo, queue, source } = aSource(
      {},
      {
        work: async () => {
          rounds += 1;
          return rounds === 1 ? failedWith('message-1') : allDone;
        },
      },
    );
    queue.fill(2);
    source.lookSoon();

    await passTo(3_600_000);

    expect(batches).toEqual([
      { at: 5_000, ids: ['message-1', 'message-2'] },
      { at: 190_000, ids: ['message-1'] },
    ]);
    expect(history.messages.at(-1)).toMatchObject({ receiveCount: 2, outcome: 'done' });
  });

  test('comes back earlier when the function holds it back for less', async () => {
    const { batches, passTo, queue, source } = aSource(
      {},
      {
        work: async () => {
          queue.hold('message-1', 30);
          source.lookAfter({ QueueUrl: 'https://sqs.example.com/queue', VisibilityTimeout: 30 });
          return failedWith('message-1');
        },
      },
    );
    queue.fill(1);
    source.lookSoon();

    await passTo(66_000);

    expect(batches.map(({ at }) => at)).toEqual([5_000, 35_000, 65_000]);
  });

  test('of another queue is that one’s business', () => {
    const { source } = aSource();

    source.lookAfter({ QueueUrl: 'https://sqs.example.com/other', VisibilityTimeout: 30 });
    source.lookAfter({ QueueUrl: 'https://sqs.example.com/queue' });

    expect(source.nextLook()).toBeUndefined();
  });
});
