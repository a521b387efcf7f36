import { sampleOrderId, aRecordedOrder } from '@bbws/domain/testing/builders';
import { ItemError } from '@bbws/dynamo/parse-item';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  aFact,
  failAt,
  facts,
  lettersOf,
  startTestQueues,
  type TestQueues,
} from '../testing/queues.ts';
import { discardDeadLetter } from './discard-dead-letter.ts';
import { peekDeadLetters, type PeekDeps, type PeekOptions } from './peek-dead-letters.ts';
import type { QueuePair } from './queue-pair.ts';
import { summariseDeadLetters } from './summarise-dead-letters.ts';

let queues: TestQueues;
beforeAll(async () => {
  queues = await startTestQueues();
});
afterAll(() => queues.close());

const now = () => new Date('2030-01-01T00:00:00.000Z');
const stored: StoredOrder = { order: aRecordedOrder(), outbox: [] };

const depsOf = (changes: Partial<PeekDeps> = {}): PeekDeps => ({
  sqs: queues.newClient(),
  waitSeconds: 0,
  now,
  readOrder: async () => stored,
  ...changes,
});

const summary = async (pair: QueuePair, sample?: number) =>
  (await summariseDeadLetters(depsOf(), [pair], sample))[0];
const look = (pair: QueuePair, options: Partial<PeekOptions> = {}, deps = depsOf()) =>
  peekDeadLetters(deps, [pair], { limit: 20, ...options });
const peek = async (...args: Parameters<typeof look>) => (await look(...args)).messages;

describe('a summary', () => {
  test('says how many there are, since when and why, the commonest first', async () => {
    const oldest = '2026-11-20T08:00:00.000Z';
    const pair = await queues.bury([
      ...lettersOf([aFact({ occurredAt: oldest })], { reason: 'MAIL_REFUSED' }),
      ...lettersOf(facts(11), { reason: 'RETRIES_EXHAUSTED' }),
      { body: '?' },
    ]);
    await queues.put(pair.url, lettersOf(facts(3)));

    const found = await summary(pair);

    expect(found).toEqual({
      queue: 'pdf',
      deadLetters: 13,
      held: 0,
      sampled: 13,
      oldest,
      reasons: { RETRIES_EXHAUSTED: 11, MAIL_REFUSED: 1, RECEIVES_EXHAUSTED: 1 },
      eventTypes: { 'order.recorded': 12, none: 1 },
      inQueue: 3,
    });
    expect(Object.keys(found?.reasons ?? {})[0]).toBe('RETRIES_EXHAUSTED');
  });

  test('of an empty queue is empty', async () => {
    const found = await summary(await queues.bury([]));

    expect(found).toMatchObject({ deadLetters: 0, sampled: 0, reasons: {} });
    expect(found).not.toHaveProperty('oldest');
  });

  test('of many messages looks at some', async () => {
    const pair = await queues.bury(lettersOf(facts(25)));

    expect(await summary(pair, 15)).toMatchObject({ deadLetters: 25, sampled: 15 });
  });

  test('tells of messages in somebody else’s hands', async () => {
    const pair = await queues.bury(lettersOf(facts(3)));
    await queues.takeAll(pair.deadLetterUrl);

    expect(await summary(pair)).toMatchObject({ deadLetters: 3, held: 3, sampled: 0 });
  });
});

describe('a look at the messages', () => {
  test('leaves every one where it was', async () => {
    const buried = facts(25);
    const pair = await queues.bury(lettersOf(buried));

    await summary(pair);
    await peek(pair);

    const bodies = buried.map((event) => JSON.stringify(event)).toSorted();
    expect(await queues.bodiesIn(pair.deadLetterUrl)).toEqual(bodies);
  });

  test('leaves them where they were when it fails half way', async () => {
    const pair = await queues.bury(lettersOf(facts(25)));
    const sqs = queues.newClient();
    failAt(sqs, 'ReceiveMessageCommand', 'before', (call) => call === 2);

    await expect(peek(pair, {}, depsOf({ sqs }))).rejects.toThrow('fails before');

    expect(await queues.bodiesIn(pair.deadLetterUrl)).toHaveLength(25);
  });

  test('fails for no message that cannot be put back: its time in the hand ends', async () => {
    const pair = await queues.bury(lettersOf(facts(2)));
    const sqs = queues.newClient();
    failAt(sqs, 'ChangeMessageVisibilityBatchCommand', 'before');

    expect(await peek(pair, {}, depsOf({ sqs }))).toHaveLength(2);
  });

  test('names the order of each', async () => {
    const pair = await queues.bury([{ event: aFact() }, { body: '?' }]);

    const found = await peek(pair);

    expect(found.map(({ queue, order }) => [queue, order])).toEqual([
      ['pdf', 'ORD-20261120-00001 recorded'],
      ['pdf', undefined],
    ]);
  });

  test('says when there is no such order', async () => {
    const pair = await queues.bury([{ event: aFact({ orderId: sampleOrderId }) }]);

    const [found] = await peek(pair, {}, depsOf({ readOrder: async () => undefined }));

    expect(found?.order).toBe('not in the table');
  });

  test('says when the order is damaged, and shows the others all the same', async () => {
    const pair = await queues.bury([{ event: aFact({ orderId: sampleOrderId }) }, { body: '?' }]);
    const readOrder = async () => Promise.reject(new ItemError('does not fit at /status'));

    const found = await peek(pair, {}, depsOf({ readOrder }));

    expect(found.map(({ order }) => order)).toEqual([
      `DAMAGED (does not fit at /status): pnpm audit:orders --order ${sampleOrderId} --tenant tenant-sample`,
      undefined,
    ]);
  });

  test('fails when the order cannot be read', async () => {
    const pair = await queues.bury([{ event: aFact() }]);
    const readOrder = async () => Promise.reject(new Error('throttled'));

    await expect(peek(pair, {}, depsOf({ readOrder }))).rejects.toThrow('throttled');
  });

  test('tells of messages in somebody else’s hands', async () => {
    const pair = await queues.bury(lettersOf(facts(3)));
    await queues.takeAll(pair.deadLetterUrl);
    await queues.put(pair.deadLetterUrl, lettersOf(facts(2)));

    const { messages, held } = await look(pair);

    expect([messages.length, held]).toEqual([2, 3]);
  });

  test('counts none as somebody else’s that it had in its own hands', async () => {
    const pair = await queues.bury(lettersOf(facts(3)));

    expect(await look(pair, { reason: 'MAIL_REFUSED' })).toEqual({ messages: [], held: 0 });
  });

  test('shows those of one reason, up to the limit', async () => {
    const pair = await queues.bury([
      ...lettersOf(facts(15)),
      ...lettersOf(facts(5), { reason: 'MAIL_REFUSED' }),
    ]);

    const found = await peek(pair, { reason: 'MAIL_REFUSED', limit: 3 });

    expect(found.map(({ letter }) => letter.reason)).toEqual(
      Array.from({ length: 3 }, () => 'MAIL_REFUSED'),
    );
  });
});

describe('discarding a message', () => {
  const discard = (pair: QueuePair, messageId: string, yes = true, deps = depsOf()) => {
    const shown: string[] = [];
    const confirm = ({ letter }: { readonly letter: { readonly messageId: string } }) => {
      shown.push(letter.messageId);
      return yes;
    };
    return { shown, outcome: discardDeadLetter(deps, pair, { messageId, confirm }) };
  };

  const buried = async () => {
    const pair = await queues.bury([...lettersOf(facts(14)), { body: 'poison' }]);
    const letters = await peek(pair);
    const poison = letters.find(({ letter }) => letter.content.kind === 'poison');
    return { pair, messageId: poison?.letter.messageId ?? '' };
  };

  test('shows it, then deletes it and nothing else', async () => {
    const { pair, messageId } = await buried();

    const { shown, outcome } = discard(pair, messageId);

    await expect(outcome).resolves.toBe('discarded');
    expect(shown).toEqual([messageId]);
    const left = await queues.bodiesIn(pair.deadLetterUrl);
    expect([left.length, left.includes('poison')]).toEqual([14, false]);
  });

  test('only shows it without a yes', async () => {
    const { pair, messageId } = await buried();

    await expect(discard(pair, messageId, false).outcome).resolves.toBe('kept');

    expect(await queues.bodiesIn(pair.deadLetterUrl)).toContain('poison');
  });

  test('finds no message of another id', async () => {
    const { pair } = await buried();

    await expect(discard(pair, 'message-nowhere').outcome).resolves.toBe('missing');

    expect(await queues.bodiesIn(pair.deadLetterUrl)).toHaveLength(15);
  });

  test('fails when SQS does not delete it', async () => {
    const { pair, messageId } = await buried();
    const sqs = queues.newClient();
    sqs.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const answer = await next(args);
          if (commandName === 'DeleteMessageBatchCommand')
            Object.assign(answer.output, { Failed: [{ Id: '0' }] });
          return answer;
        },
      { step: 'initialize' },
    );

    const { outcome } = discard(pair, messageId, true, depsOf({ sqs }));

    await expect(outcome).rejects.toThrow('did not delete');
  });
});
