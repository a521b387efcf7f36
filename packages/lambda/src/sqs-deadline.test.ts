import { anEvent } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import type { Queue } from './queue.ts';
import { sqsHandler, type Delivery } from './sqs.ts';
import { sqsDeps } from './testing/sqs-deps.ts';
import { sqsEvent } from './testing/sqs-event.ts';

const threeMessages = sqsEvent(
  ...['1', '2', '3'].map((correlationId) => ({
    body: JSON.stringify(anEvent('order.recorded', { correlationId })),
  })),
);

const never = <T>() => new Promise<T>(() => undefined);

/** Processes three messages in a function of 30 s, each for so many seconds; the seconds count from its start. */
const runFor = async (
  seconds: readonly number[],
  options: {
    readonly inParallel?: boolean;
    readonly timeoutSeconds?: number;
    readonly queue?: Parameters<typeof sqsDeps>[0];
  } = {},
) => {
  const { inParallel = true, timeoutSeconds = 30, queue } = options;
  const { deps, time, ...observed } = sqsDeps(queue);
  const start = time.now();
  const since = () => (time.now() - start) / 1000;
  const begun: string[] = [];
  const stopped: number[] = [];
  const putOffAt: number[] = [];
  const delay: Queue['delay'] = (...message) => {
    putOffAt.push(since());
    return deps.queue.delay(...message);
  };
  const process = async ({ event: { correlationId }, signal }: Delivery) => {
    begun.push(correlationId);
    signal.addEventListener('abort', () => stopped.push(since()));
    const work = seconds[Number(correlationId) - 1] ?? 0;
    await (work === Infinity ? never() : time.sleep(work * 1000));
  };
  const handle = sqsHandler({ ...deps, queue: { ...deps.queue, delay } }, process, { inParallel });

  const response = await time.passing(handle(threeMessages, time.contextOf(timeoutSeconds)));

  const failed = response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return {
    failed,
    begun,
    stopped,
    putOffAt,
    took: since(),
    sleepers: time.sleepers(),
    ...observed,
  };
};

describe('A batch that is done in time', () => {
  test('does not notice the deadline, and leaves no timer behind', async () => {
    const { failed, took, sleepers, counts, stopped } = await runFor([1, 2, 24.9]);

    expect(failed).toEqual([]);
    expect(took).toBe(24.9);
    expect(sleepers).toBe(0);
    expect(counts).toEqual({});
    expect(stopped).toEqual([]);
  });
});

describe('A batch that runs out of time', () => {
  test('is answered before the time-out: what is done is acknowledged, what is not is reported', async () => {
    const { failed, took, sleepers, counts } = await runFor([1, Infinity, Infinity]);

    expect(failed).toEqual(['message-2', 'message-3']);
    expect(took).toBeCloseTo(28.8);
    expect(sleepers).toBe(0);
    expect(counts).toEqual({ BatchItemFailures: 2, DeadlineStops: 1 });
  });

  test('tells its processors 5 s before the time-out to begin nothing that must not be cut', async () => {
    const { stopped } = await runFor([1, Infinity, Infinity]);

    expect(stopped).toEqual([25, 25, 25]);
  });

  test('gives what is at work the time to send a mail and to mark it', async () => {
    const { failed, counts } = await runFor([1, 24.9 + 3 + 0.5, 1]);

    expect(failed).toEqual([]);
    expect(counts).toEqual({ DeadlineStops: 1 });
  });

  test('puts off what was at work by its retry delay', async () => {
    const { delays } = await runFor([1, 1, Infinity]);

    expect(delays).toEqual([{ receiptHandle: 'receipt-3', seconds: 30 }]);
  });

  test('begins no message whose turn comes too late: that one returns soon', async () => {
    const { begun, failed, delays, lines } = await runFor([20, 8, 1], { inParallel: false });

    expect(begun).toEqual(['1', '2']);
    expect(failed).toEqual(['message-3']);
    expect(delays).toEqual([{ receiptHandle: 'receipt-3', seconds: 3 }]);
    expect(lines).toMatchObject([{ level: 'warn', messageId: 'message-3', reason: 'OutOfTime' }]);
  });

  test('gives back what is not begun at once, and what is at work when it must', async () => {
    const { begun, putOffAt, delays } = await runFor([Infinity, 1, 1], { inParallel: false });

    expect(begun).toEqual(['1']);
    expect(delays.map(({ seconds }) => seconds)).toEqual([3, 3, 30]);
    expect(putOffAt).toEqual([25, 25, expect.closeTo(28.8)]);
  });

  test('begins none at all when it starts too late', async () => {
    const { begun, failed, took } = await runFor([1, 1, 1], { timeoutSeconds: 5 });

    expect(begun).toEqual([]);
    expect(failed).toEqual(['message-1', 'message-2', 'message-3']);
    expect(took).toBe(0);
  });

  test('is answered in time even if SQS does not answer', async () => {
    const { failed, took } = await runFor([1, Infinity, 1], {
      inParallel: false,
      queue: { delay: () => never() },
    });

    expect(failed).toEqual(['message-2', 'message-3']);
    expect(took).toBe(29.5);
  });
});
