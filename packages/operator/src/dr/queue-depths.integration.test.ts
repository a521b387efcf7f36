import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { facts, lettersOf, startTestQueues, type TestQueues } from '../testing/queues.ts';
import { deadLettersIn, queueDepths, undone } from './queue-depths.ts';

let queues: TestQueues;
beforeAll(async () => {
  queues = await startTestQueues();
});
afterAll(() => queues.close());

describe('the depth of a queue', () => {
  test('counts what waits, is in flight, is delayed and was given up, each by itself', async () => {
    const pair = await queues.bury(lettersOf(facts(4)));
    const { sqs } = queues.aws.clients;
    await queues.put(pair.url, lettersOf(facts(3)));
    await sqs.send(new ReceiveMessageCommand({ QueueUrl: pair.url, MaxNumberOfMessages: 1 }));
    await sqs.send(
      new SendMessageCommand({ QueueUrl: pair.url, MessageBody: '{}', DelaySeconds: 60 }),
    );

    const depths = await queueDepths(sqs, [pair]);

    expect(depths).toEqual([{ name: 'pdf', waiting: 2, inFlight: 1, delayed: 1, deadLetters: 4 }]);
    expect([undone(depths), deadLettersIn(depths)]).toEqual([4, 4]);
  });

  test('counts dead letters that somebody holds', async () => {
    const pair = await queues.bury(lettersOf(facts(2)));
    await queues.takeAll(pair.deadLetterUrl);

    const [depth] = await queueDepths(queues.aws.clients.sqs, [pair]);

    expect(depth).toMatchObject({ waiting: 0, inFlight: 0, delayed: 0, deadLetters: 2 });
  });
});
