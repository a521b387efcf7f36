import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { failAt, facts, lettersOf, startTestQueues, type TestQueues } from '../testing/queues.ts';
import type { QueuePair } from './queue-pair.ts';
import { redrive, type RedriveOptions, type Redriven } from './redrive.ts';

let queues: TestQueues;
beforeAll(async () => {
  queues = await startTestQueues();
});
afterAll(() => queues.close());

const run = (pairs: readonly QueuePair[], options: RedriveOptions = {}, sqs = queues.newClient()) =>
  redrive({ sqs, waitSeconds: 0 }, pairs, options);

const outcomes = ({ letters }: Redriven) => letters.map(({ outcome }) => outcome).toSorted();

describe('a redrive that is cut short', () => {
  test.each([
    ['before the send', 'SendMessageBatchCommand', 'before'],
    ['when the answer to a send is lost', 'SendMessageBatchCommand', 'after'],
    ['between send and deletion', 'DeleteMessageBatchCommand', 'before'],
    ['when the answer to a deletion is lost', 'DeleteMessageBatchCommand', 'after'],
  ] as const)('loses nothing %s; the next one ends it', async (_, command, when) => {
    const buried = facts(35);
    const pair = await queues.bury(lettersOf(buried));
    const sqs = queues.newClient();
    failAt(sqs, command, when, (call) => call === 2);

    const result = await run([pair], {}, sqs);

    expect(result.faults).toEqual([expect.stringContaining(`pdf: Error: ${command} fails`)]);
    expect(outcomes(result).filter((outcome) => outcome === 'moved')).toHaveLength(10);
    expect((await run([pair])).faults).toEqual([]);
    expect(new Set(await queues.bodiesIn(pair.url))).toEqual(
      new Set(buried.map((event) => JSON.stringify(event))),
    );
    expect(await queues.bodiesIn(pair.deadLetterUrl)).toEqual([]);
  });

  test('in its receives puts back what it has, and does the other queues all the same', async () => {
    const pairs = [await queues.bury(lettersOf(facts(25))), await queues.bury(lettersOf(facts(5)))];
    const sqs = queues.newClient();
    failAt(sqs, 'ReceiveMessageCommand', 'before', (call) => call === 3);

    const result = await run(pairs, {}, sqs);

    expect(result).toMatchObject({ faults: [expect.stringContaining('Receive')], more: ['pdf'] });
    const left = await Promise.all(pairs.map((pair) => queues.bodiesIn(pair.deadLetterUrl)));
    expect(left.map((bodies) => bodies.length)).toEqual([25, 0]);
  });

  test('by Ctrl-C moves what is under way, and puts back the rest', async () => {
    const pair = await queues.bury(lettersOf(facts(35)));
    const stop = new AbortController();

    const result = await run([pair], {
      signal: stop.signal,
      onProgress: (_, done) => {
        if (done === 10) stop.abort();
      },
    });

    expect(outcomes(result).filter((outcome) => outcome === 'moved')).toHaveLength(10);
    expect(await queues.bodiesIn(pair.url)).toHaveLength(10);
    expect(await queues.bodiesIn(pair.deadLetterUrl)).toHaveLength(25);
  });

  test('by Ctrl-C while it takes messages takes no more, and puts back what it has', async () => {
    const pair = await queues.bury(lettersOf(facts(35)));
    const stop = new AbortController();

    const result = await run([pair], { signal: stop.signal, onTaken: () => stop.abort() });

    expect(outcomes(result)).toEqual(Array.from({ length: 10 }, () => 'left'));
    expect(result.more).toEqual(['pdf']);
    expect(await queues.bodiesIn(pair.deadLetterUrl)).toHaveLength(35);
  });

  test('before it began touches nothing', async () => {
    const pair = await queues.bury(lettersOf(facts(3)));

    const result = await run([pair], { signal: AbortSignal.abort() });

    expect(result).toEqual({ letters: [], more: ['pdf'], held: 0, faults: [] });
  });

  test('names a queue whose messages cannot be counted', async () => {
    const pairs = [await queues.bury(lettersOf(facts(1))), await queues.bury([])];
    const sqs = queues.newClient();
    failAt(sqs, 'GetQueueAttributesCommand', 'before', (call) => call === 2);

    const result = await run(pairs, { limit: 1 }, sqs);

    expect(outcomes(result)).toEqual(['moved']);
    expect(result.faults).toEqual([expect.stringContaining('pdf: Error: GetQueueAttributes')]);
  });

  test.each([
    ['took', 'SendMessageBatchCommand', 'failed', 'SQS did not take 1 of 2', 1],
    ['deleted', 'DeleteMessageBatchCommand', 'doubled', 'SQS did not delete 1 that were sent', 0],
  ])('names what SQS says it has not %s', async (_, command, outcome, fault, left) => {
    const pair = await queues.bury(lettersOf(facts(2)));
    const sqs = queues.newClient();
    sqs.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const answer = await next(args);
          if (commandName === command)
            Object.assign(answer.output, { Successful: [{ Id: '1' }], Failed: [{ Id: '0' }] });
          return answer;
        },
      { step: 'initialize' },
    );

    const result = await run([pair], {}, sqs);

    expect(outcomes(result)).toEqual([outcome, 'moved']);
    expect(result.faults).toEqual([`pdf: ${fault}`]);
    expect(await queues.bodiesIn(pair.deadLetterUrl)).toHaveLength(left);
  });

  test('puts back what SQS did not delete', async () => {
    const pair = await queues.bury(lettersOf(facts(2)));
    const sqs = queues.newClient();
    const notDeleted = ['0', '1'].map((Id) => ({ Id, Code: 'InternalError', SenderFault: false }));
    sqs.middlewareStack.add(
      (next, { commandName }) =>
        async (args) =>
          commandName === 'DeleteMessageBatchCommand'
            ? { output: { $metadata: {}, Successful: [], Failed: notDeleted }, response: {} }
            : next(args),
      { step: 'initialize' },
    );

    const result = await run([pair], {}, sqs);

    expect(outcomes(result)).toEqual(['doubled', 'doubled']);
    expect(await queues.bodiesIn(pair.deadLetterUrl)).toHaveLength(2);
    expect(await queues.bodiesIn(pair.url)).toHaveLength(2);
  });
});
