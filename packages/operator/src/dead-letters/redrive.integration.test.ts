import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aFact, facts, lettersOf, startTestQueues, type TestQueues } from '../testing/queues.ts';
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

describe('redriving', () => {
  test('moves a message with its body and type, and counts it', async () => {
    const event = aFact();
    const attributes = { eventType: event.type, reason: 'RETRIES_EXHAUSTED', redriven: '2' };
    const pair = await queues.bury([{ event, attributes }]);

    const result = await run([pair]);

    expect(outcomes(result)).toEqual(['moved']);
    const [message] = await queues.takeAll(pair.url);
    expect(message).toMatchObject({
      Body: JSON.stringify(event),
      MessageAttributes: {
        eventType: { DataType: 'String', StringValue: 'order.recorded' },
        redriven: { DataType: 'Number', StringValue: '3' },
      },
    });
    expect(message?.MessageAttributes).not.toHaveProperty('reason');
    expect(await queues.bodiesIn(pair.deadLetterUrl)).toEqual([]);
  });

  test('gives a message that SNS put aside the type of its fact, and its tenant’s group', async () => {
    const event = aFact();
    const pair = await queues.bury([{ event, attributes: { ErrorCode: 'AWS.SQS.Throttled' } }]);
    const sqs = queues.newClient();
    const sent: unknown[] = [];
    sqs.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          if (commandName === 'SendMessageBatchCommand') sent.push(args.input);
          return next(args);
        },
      { step: 'initialize' },
    );

    const { letters } = await run([pair], {}, sqs);

    expect(letters[0]?.letter.reason).toBe('SNS_DELIVERY_FAILED');
    expect(sent).toMatchObject([
      { Entries: [{ MessageGroupId: 'tenant-sample', MessageAttributes: { eventType: {} } }] },
    ]);
  });

  test('empties every dead-letter queue of the service, whatever the reasons', async () => {
    const { resources } = queues.aws;
    const pairs = Object.entries(resources.queues).map(([name, pair]) => ({ name, ...pair }));
    const reasons = [{ reason: 'RETRIES_EXHAUSTED' }, { reason: 'MAIL_REFUSED' }, {}];
    const buried = facts(132);
    for (const [index, { deadLetterUrl }] of pairs.entries())
      await queues.put(
        deadLetterUrl,
        buried
          .filter((_, n) => n % pairs.length === index)
          .map((event, n) => ({ event, attributes: reasons[n % reasons.length] ?? {} })),
      );

    const result = await run(pairs);

    expect(outcomes(result)).toEqual(Array.from({ length: 132 }, () => 'moved'));
    expect([result.faults, result.more]).toEqual([[], []]);
    const moved = await Promise.all(pairs.map(({ url }) => queues.bodiesIn(url)));
    expect(moved.flat().toSorted()).toEqual(
      buried.map((event) => JSON.stringify(event)).toSorted(),
    );
    const left = await Promise.all(pairs.map((pair) => queues.bodiesIn(pair.deadLetterUrl)));
    expect(left.flat()).toEqual([]);
  });

  test('moves the messages of one reason, and puts the others back', async () => {
    const [wanted, other] = [facts(12), facts(15)];
    const pair = await queues.bury([
      ...lettersOf(other),
      ...lettersOf(wanted, { reason: 'MAIL_REFUSED' }),
    ]);

    const result = await run([pair], { reason: 'MAIL_REFUSED' });

    expect(result.letters.filter(({ outcome }) => outcome === 'moved')).toHaveLength(12);
    expect(await queues.bodiesIn(pair.url)).toEqual(
      wanted.map((event) => JSON.stringify(event)).toSorted(),
    );
    expect(await queues.bodiesIn(pair.deadLetterUrl)).toEqual(
      other.map((event) => JSON.stringify(event)).toSorted(),
    );
  });

  test('moves nothing in a dry run, and says what it would move', async () => {
    const buried = facts(11);
    const pair = await queues.bury(lettersOf(buried));

    const result = await run([pair], { dryRun: true });

    expect(outcomes(result)).toEqual(buried.map(() => 'moved'));
    expect(await queues.bodiesIn(pair.url)).toEqual([]);
    expect(await queues.bodiesIn(pair.deadLetterUrl)).toEqual(
      buried.map((event) => JSON.stringify(event)).toSorted(),
    );
  });

  test('moves no more than the limit, over all queues', async () => {
    const pairs = [
      await queues.bury(lettersOf(facts(12))),
      await queues.bury(lettersOf(facts(12))),
    ];

    const result = await run(pairs, { limit: 15 });

    expect(outcomes(result).filter((outcome) => outcome === 'moved')).toHaveLength(15);
    const counts = await Promise.all(pairs.map(async ({ url }) => queues.bodiesIn(url)));
    expect(counts.map((bodies) => bodies.length)).toEqual([12, 3]);
    expect(result.more).toEqual(['pdf']);
  });

  test('names no queue as one that may have more when it is empty', async () => {
    const named = async (name: string, count: number) => ({
      ...(await queues.bury(lettersOf(facts(count)))),
      name,
    });
    const pairs = [await named('pdf', 2), await named('mail', 0), await named('record', 1)];

    const result = await run(pairs, { limit: 1 });

    expect(result.more).toEqual(['pdf', 'record']);
  });

  test('tells of messages in somebody else’s hands, also where its turn did not come', async () => {
    const pairs = [await queues.bury(lettersOf(facts(3))), await queues.bury(lettersOf(facts(4)))];
    for (const { deadLetterUrl } of pairs) await queues.takeAll(deadLetterUrl);
    await queues.put(pairs[0]?.deadLetterUrl ?? '', lettersOf(facts(2)));

    const result = await run(pairs, { limit: 1 });

    expect(outcomes(result)).toEqual(['left', 'moved']);
    expect(result.held).toBe(7);
  });

  test('tells how far it is', async () => {
    const pair = await queues.bury(lettersOf(facts(25)));
    const told: string[] = [];

    await run([pair], {
      onTaken: (queue, count) => told.push(`${queue} ${count}`),
      onProgress: (queue, done, total) => told.push(`${queue} ${done}/${total}`),
    });

    expect(told).toEqual(expect.arrayContaining(['pdf 10', 'pdf 25', 'pdf 0/25', 'pdf 25/25']));
  });
});

describe('a message that is no fact about an order', () => {
  const poison = [
    { body: 'no json', attributes: { reason: 'NOT_JSON' } },
    { body: '{}', attributes: { reason: 'INVALID_MESSAGE' } },
    { body: '[]', attributes: {} },
  ];

  test('is left where it is, whoever put it there', async () => {
    const event = aFact();
    const pair = await queues.bury([...poison, { event }]);

    const result = await run([pair]);

    expect(outcomes(result)).toEqual(['moved', 'poison', 'poison', 'poison']);
    expect(await queues.bodiesIn(pair.url)).toEqual([JSON.stringify(event)]);
    expect(await queues.bodiesIn(pair.deadLetterUrl)).toEqual(['[]', 'no json', '{}']);
  });

  test('is moved when its reason is asked for', async () => {
    const pair = await queues.bury(poison);

    await run([pair], { reason: 'INVALID_MESSAGE' });

    const [message] = await queues.takeAll(pair.url);
    expect(message?.Body).toBe('{}');
  });

  test('may be one of newer code, which this code does not refuse to move', async () => {
    const body = JSON.stringify({ ...aFact(), schemaVersion: 2 });
    const pair = await queues.bury([{ body }]);

    await run([pair]);

    expect(await queues.bodiesIn(pair.url)).toEqual([body]);
  });
});

describe('messages that fail again at once', () => {
  test('are left for the next run', async () => {
    const pair = await queues.bury(lettersOf(facts(60)));
    const sqs = queues.newClient();
    let returned = 0;
    const fail = async () => {
      const messages = await queues.takeAll(pair.url);
      returned += messages.length;
      await queues.put(
        pair.deadLetterUrl,
        messages.map(({ Body = '' }) => ({ body: Body, attributes: { reason: 'MAIL_REFUSED' } })),
      );
    };
    sqs.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const answer = await next(args);
          if (commandName === 'SendMessageBatchCommand') await fail();
          return answer;
        },
      { step: 'initialize' },
    );

    const result = await run([pair], {}, sqs);

    expect([outcomes(result).length, returned]).toEqual([60, 60]);
    expect(await queues.bodiesIn(pair.deadLetterUrl)).toHaveLength(60);
  });

  test('are not moved twice by two operators at once', async () => {
    const pair = await queues.bury(lettersOf(facts(60)));

    const results = await Promise.all([run([pair]), run([pair])]);

    expect(results.flatMap(outcomes)).toEqual(Array.from({ length: 60 }, () => 'moved'));
    expect(await queues.bodiesIn(pair.url)).toHaveLength(60);
  });
});

test('a message that stays in the hand too long is moved once more, and not lost', async () => {
  const id = randomUUID();
  const pair = await queues.bury(lettersOf([aFact({ id })]));
  const sqs = queues.newClient();
  // A hand that holds nothing: every message is visible again at once.
  const deps = { sqs, waitSeconds: 0, visibilitySeconds: 0 };

  const result = await redrive(deps, [pair]);

  expect(outcomes(result)).toEqual(['moved']);
  expect((await queues.bodiesIn(pair.url)).join()).toContain(id);
});
