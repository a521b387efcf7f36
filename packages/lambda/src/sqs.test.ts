import { anEvent } from '@bbws/domain/testing/builders';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { PermanentFailure } from './message.ts';
import type { Queue } from './queue.ts';
import { sqsHandler, type Processor } from './sqs.ts';
import { observedLog, observedMetrics } from './testing/observed.ts';
import { sqsEvent, sqsEventOf } from './testing/sqs-event.ts';

const fact = anEvent('order.recorded');
const body = JSON.stringify(fact);

const done: Processor = () => Promise.resolve();
const throwing = (error: unknown) => (): Promise<void> => {
  throw error;
};

const makeDeps = (changes: Partial<Queue> = {}) => {
  const queue = {
    delay: jest.fn<Queue['delay']>(changes.delay ?? (() => Promise.resolve())),
    deadLetter: jest.fn<Queue['deadLetter']>(changes.deadLetter ?? (() => Promise.resolve())),
  };
  return { queue, random: () => 0.5, ...observedLog(), ...observedMetrics() };
};

const acknowledged = { batchItemFailures: [] };
const reported = { batchItemFailures: [{ itemIdentifier: 'message-1' }] };

describe('a batch', () => {
  test('of ten reports exactly what failed, in each of its 1,024 outcomes', async () => {
    const ids = Array.from({ length: 10 }, (_, n) => `message-${String(n + 1)}`);
    const failsIn = (outcome: number, id: string) => (outcome >> ids.indexOf(id)) % 2 === 1;
    const outcomeOf = async (outcome: number) => {
      const processed: string[] = [];
      const process: Processor = ({ event }) => {
        const id = event.correlationId;
        if (failsIn(outcome, id)) throw new Error('no');
        processed.push(id);
        return Promise.resolve();
      };
      const messages = ids.map((id) => ({
        messageId: id,
        body: JSON.stringify({ ...fact, correlationId: id }),
      }));
      const { batchItemFailures } = await sqsHandler(makeDeps(), process)(sqsEvent(...messages));
      return { processed, failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
    };

    const outcomes = Array.from({ length: 1024 }, (_, outcome) => outcome);

    expect(await Promise.all(outcomes.map(outcomeOf))).toEqual(
      outcomes.map((outcome) => ({
        processed: ids.filter((id) => !failsIn(outcome, id)),
        failed: ids.filter((id) => failsIn(outcome, id)),
      })),
    );
  });

  test('of any bodies answers with a list in which no message comes twice', async () => {
    const bodies = fc.array(fc.oneof(fc.string(), fc.json(), fc.constant(body)), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(bodies, fc.boolean(), async (texts, fails) => {
        const handle = sqsHandler(makeDeps(), fails ? throwing(new Error('no')) : done);

        const { batchItemFailures } = await handle(
          sqsEvent(...texts.map((text) => ({ body: text }))),
        );

        const ids = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('is processed all at once, or one after the other', async () => {
    const orderOf = async (inParallel: boolean) => {
      const steps: string[] = [];
      const process: Processor = async ({ event }) => {
        steps.push(`start ${event.correlationId}`);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`end ${event.correlationId}`);
      };
      const messages = ['a', 'b'].map((correlationId) => ({
        body: JSON.stringify({ ...fact, correlationId }),
      }));
      await sqsHandler(makeDeps(), process, { inParallel })(sqsEvent(...messages));
      return steps;
    };

    expect(await orderOf(true)).toEqual(['start a', 'start b', 'end a', 'end b']);
    expect(await orderOf(false)).toEqual(['start a', 'end a', 'start b', 'end b']);
  });

  test('whose messages take turns goes on after one that fails', async () => {
    const process: Processor = ({ event }) =>
      event.correlationId === 'a' ? Promise.reject(new Error('no')) : Promise.resolve();
    const messages = ['a', 'b'].map((correlationId) => ({
      body: JSON.stringify({ ...fact, correlationId }),
    }));

    const answer = await sqsHandler(makeDeps(), process, { inParallel: false })(
      sqsEvent(...messages),
    );

    expect(answer).toEqual(reported);
  });

  test('without messages is a success', async () => {
    await expect(sqsHandler(makeDeps(), done)({ Records: [] })).resolves.toEqual(acknowledged);
  });

  test.each([null, undefined, {}, [], 'text', { Records: null }])(
    'that is none of SQS (%j) fails as a whole',
    async (input) => {
      await expect(sqsHandler(makeDeps(), done)(input)).rejects.toThrow();
    },
  );

  test('with a record that is none of SQS reports, counts and logs it', async () => {
    const deps = makeDeps();
    const [record] = sqsEventOf(fact).Records;

    const answer = sqsHandler(deps, done)({ Records: [{ ...record, attributes: {} }] });

    await expect(answer).resolves.toEqual(reported);
    expect(deps.counts).toEqual({ BatchItemFailures: 1 });
    expect(deps.lines).toMatchObject([
      { level: 'error', reason: expect.stringContaining('/attributes/ApproximateReceiveCount') },
    ]);
  });
});

describe('a message that is processed', () => {
  test('is acknowledged', async () => {
    await expect(sqsHandler(makeDeps(), done)(sqsEventOf(fact))).resolves.toEqual(acknowledged);
  });

  test('reaches the processor as a fact, with its receive count and a log that names it', async () => {
    const deps = makeDeps();
    const process = jest.fn<Processor>(({ log }) => {
      log.info('Seen');
      return Promise.resolve();
    });

    await sqsHandler(deps, process)(sqsEventOf(fact, 3));

    expect(process).toHaveBeenCalledWith(expect.objectContaining({ event: fact, receiveCount: 3 }));
    const { id, type, tenantId, orderId, orderVersion, correlationId } = fact;
    expect(deps.lines).toEqual([
      {
        level: 'info',
        message: 'Seen',
        messageId: 'message-1',
        receiveCount: 3,
        eventId: id,
        eventType: type,
        tenantId,
        orderId,
        orderVersion,
        correlationId,
      },
    ]);
  });
});

describe('a message that fails', () => {
  test.each([
    ['at its first receive waits half a minute', 1, 30],
    ['at its third receive waits eight minutes', 3, 480],
  ])('%s', async (_, receiveCount, seconds) => {
    const deps = makeDeps();

    const answer = await sqsHandler(
      deps,
      throwing(new Error('no')),
    )(sqsEventOf(fact, receiveCount));

    expect(answer).toEqual(reported);
    expect(deps.queue.delay).toHaveBeenCalledWith('receipt-1', seconds);
  });

  test('is counted and logged', async () => {
    const deps = makeDeps();

    await sqsHandler(deps, throwing('no error at all'))(sqsEventOf(fact));

    expect(deps.counts).toEqual({ BatchItemFailures: 1 });
    expect(deps.lines).toMatchObject([
      { level: 'error', messageId: 'message-1', retryAfterSeconds: 30 },
    ]);
  });

  test.each([
    ['fails', Object.assign(new Error('no'), { name: 'TimeoutError' }), 'TimeoutError'],
    ['throws what is no error', 'no', 'unknown'],
  ])('is reported even if setting its wait %s', async (_, fault, reason) => {
    const deps = makeDeps({ delay: throwing(fault) });

    await expect(sqsHandler(deps, throwing(new Error('no')))(sqsEventOf(fact))).resolves.toEqual(
      reported,
    );

    expect(deps.lines).toMatchObject([{ level: 'error' }, { level: 'warn', reason }]);
  });

  test('is retried when its schema version is unknown', async () => {
    const deps = makeDeps();

    const answer = await sqsHandler(deps, done)(sqsEventOf({ ...fact, schemaVersion: 2 }));

    expect(answer).toEqual(reported);
    expect(deps.queue.deadLetter).not.toHaveBeenCalled();
  });
});

describe('a message that can never succeed', () => {
  test.each([
    ['is not JSON', '{', 'NOT_JSON'],
    ['is no fact', '{"schemaVersion":1}', 'INVALID_MESSAGE'],
  ])('because it %s goes to the dead-letter queue with the reason', async (_, text, reason) => {
    const deps = makeDeps();

    const answer = await sqsHandler(deps, done)(sqsEvent({ body: text }));

    expect(answer).toEqual(acknowledged);
    expect(deps.queue.deadLetter).toHaveBeenCalledWith(
      { body: text, eventType: undefined },
      reason,
    );
    expect(deps.queue.delay).not.toHaveBeenCalled();
  });

  test('because the processor says so goes there too, with its type, counted and logged', async () => {
    const deps = makeDeps();
    const [record] = sqsEventOf(fact).Records;
    const messageAttributes = { eventType: { stringValue: fact.type, dataType: 'String' } };
    const process = throwing(new PermanentFailure('MAIL_REFUSED', 'The mail can never be sent'));

    const answer = await sqsHandler(deps, process)({ Records: [{ ...record, messageAttributes }] });

    expect(answer).toEqual(acknowledged);
    expect(deps.queue.deadLetter).toHaveBeenCalledWith(
      { body, eventType: fact.type },
      'MAIL_REFUSED',
    );
    expect(deps.counts).toEqual({ DeadLetters: 1 });
    expect(deps.lines).toMatchObject([{ level: 'error', reason: 'MAIL_REFUSED' }]);
  });

  test('is retried like any other while the dead-letter queue does not take it', async () => {
    const deps = makeDeps({ deadLetter: throwing(new Error('no')) });

    const answer = await sqsHandler(deps, done)(sqsEvent({ body: '{', receiveCount: 2 }));

    expect(answer).toEqual(reported);
    expect(deps.queue.delay).toHaveBeenCalledWith('receipt-1', 120);
    expect(deps.counts).toEqual({ BatchItemFailures: 1 });
    expect(deps.lines).toMatchObject([{ level: 'error', messageId: 'message-1' }]);
  });
});
