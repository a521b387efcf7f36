import { anEvent } from '@bbws/domain/testing/builders';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { sqsHandler, type Processor } from './sqs.ts';
import { sqsDeps } from './testing/sqs-deps.ts';
import { aContext, sqsEvent, sqsEventOf } from './testing/sqs-event.ts';

const fact = anEvent('order.recorded');
const body = JSON.stringify(fact);
const twoMessages = sqsEvent(
  ...['a', 'b'].map((correlationId) => ({ body: JSON.stringify({ ...fact, correlationId }) })),
);

const done: Processor = () => Promise.resolve();
const throwing = (error: unknown) => (): Promise<void> => {
  throw error;
};

const acknowledged = { batchItemFailures: [] };
const reported = { batchItemFailures: [{ itemIdentifier: 'message-1' }] };

describe('a batch', () => {
  test('of any bodies answers with a list in which no message comes twice', async () => {
    const bodies = fc.array(fc.oneof(fc.string(), fc.json(), fc.constant(body)), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(bodies, fc.boolean(), async (texts, fails) => {
        const handle = sqsHandler(sqsDeps().deps, fails ? throwing(new Error('no')) : done);

        const { batchItemFailures } = await handle(
          sqsEvent(...texts.map((text) => ({ body: text }))),
          aContext,
        );

        const ids = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('in which a message is twice reports it once, also when one of the two was processed', async () => {
    const { deps } = sqsDeps();
    const message = { messageId: 'message-1', body };
    const outcomes = [new Error('no'), undefined, new Error('no')];
    const process: Processor = async () => {
      const error = outcomes.shift();
      if (error) throw error;
    };

    const answer = sqsHandler(deps, process)(sqsEvent(message, message, message), aContext);

    await expect(answer).resolves.toEqual(reported);
  });

  test('is processed all at once, or one after the other', async () => {
    const orderOf = async (inParallel: boolean) => {
      const steps: string[] = [];
      const process: Processor = async ({ event }) => {
        steps.push(`start ${event.correlationId}`);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`end ${event.correlationId}`);
      };
      await sqsHandler(sqsDeps().deps, process, { inParallel })(twoMessages, aContext);
      return steps;
    };

    expect(await orderOf(true)).toEqual(['start a', 'start b', 'end a', 'end b']);
    expect(await orderOf(false)).toEqual(['start a', 'end a', 'start b', 'end b']);
  });

  test('without messages is a success', async () => {
    const answer = sqsHandler(sqsDeps().deps, done)({ Records: [] }, aContext);

    await expect(answer).resolves.toEqual(acknowledged);
  });

  test.each([null, undefined, {}, [], 'text', { Records: null }])(
    'that is none of SQS (%j) fails as a whole',
    async (input) => {
      await expect(sqsHandler(sqsDeps().deps, done)(input, aContext)).rejects.toThrow();
    },
  );

  test('with a record that is none of SQS reports, counts and logs it', async () => {
    const { deps, counts, lines } = sqsDeps();
    const [record] = sqsEventOf(fact).Records;

    const answer = sqsHandler(deps, done)({ Records: [{ ...record, attributes: {} }] }, aContext);

    await expect(answer).resolves.toEqual(reported);
    expect(counts).toEqual({ BatchItemFailures: 1 });
    expect(lines).toMatchObject([
      { level: 'error', reason: expect.stringContaining('/attributes/ApproximateReceiveCount') },
    ]);
  });

  test('writes its metrics once, at its end', async () => {
    const { deps } = sqsDeps();
    const flush = jest.fn();
    const process: Processor = async () => expect(flush).not.toHaveBeenCalled();

    await sqsHandler({ ...deps, metrics: { ...deps.metrics, flush } }, process)(
      twoMessages,
      aContext,
    );

    expect(flush).toHaveBeenCalledTimes(1);
  });
});

describe('a message that is processed', () => {
  test('is acknowledged', async () => {
    const answer = sqsHandler(sqsDeps().deps, done)(sqsEventOf(fact), aContext);

    await expect(answer).resolves.toEqual(acknowledged);
  });

  test('is processed at its last receive like at any other', async () => {
    const { deps, letters } = sqsDeps();

    await expect(sqsHandler(deps, done)(sqsEventOf(fact, 5), aContext)).resolves.toEqual(
      acknowledged,
    );

    expect(letters).toEqual([]);
  });

  test('reaches the processor as a fact, with its receive count and a log that names it', async () => {
    const { deps, lines } = sqsDeps();
    const process = jest.fn<Processor>(({ log }) => {
      log.info('Seen');
      return Promise.resolve();
    });

    await sqsHandler(deps, process)(sqsEventOf(fact, 3), aContext);

    expect(process).toHaveBeenCalledWith(expect.objectContaining({ event: fact, receiveCount: 3 }));
    const { id, type, tenantId, orderId, orderVersion, correlationId } = fact;
    expect(lines).toEqual([
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
  test('is reported, counted and logged, with the order that it is about', async () => {
    const { deps, counts, lines } = sqsDeps();

    const answer = await sqsHandler(deps, throwing(new Error('no')))(sqsEventOf(fact), aContext);

    expect(answer).toEqual(reported);
    expect(counts).toEqual({ BatchItemFailures: 1 });
    expect(lines).toMatchObject([
      { level: 'error', messageId: 'message-1', orderId: fact.orderId, retryAfterSeconds: 30 },
    ]);
  });

  test.each([undefined, null, 'no', 0, { message: 1 }])(
    'is reported alone, even when what it throws is %j',
    async (thrown) => {
      const { deps } = sqsDeps();
      const fail = throwing(thrown);
      const process: Processor = async ({ event }) => {
        if (event.correlationId === 'a') await fail();
      };

      const answer = sqsHandler(deps, process)(twoMessages, aContext);

      await expect(answer).resolves.toEqual(reported);
    },
  );

  test('is retried when its schema version is unknown', async () => {
    const { deps, letters } = sqsDeps();

    const answer = await sqsHandler(deps, done)(
      sqsEventOf({ ...fact, schemaVersion: 2 }),
      aContext,
    );

    expect(answer).toEqual(reported);
    expect(letters).toEqual([]);
  });

  test.each([
    ['is not JSON', '{', 'NOT_JSON'],
    ['is no fact', '{"schemaVersion":1}', 'INVALID_MESSAGE'],
  ])('for good because it %s is a dead letter at once', async (_, text, reason) => {
    const { deps, letters, delays, counts } = sqsDeps();

    const answer = await sqsHandler(deps, done)(sqsEvent({ body: text }), aContext);

    expect(answer).toEqual(acknowledged);
    expect(letters).toMatchObject([{ body: text, reason }]);
    expect(delays).toEqual([]);
    expect(counts).toEqual({ DeadLetters: 1 });
  });
});
