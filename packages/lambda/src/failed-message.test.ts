import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { settleFailed } from './failed-message.ts';
import { makeLog } from './log.ts';
import { PermanentFailure, SqsRecord } from './message.ts';
import { OutOfTime } from './out-of-time.ts';
import { RetryLater } from './retry-later.ts';
import { sqsDeps } from './testing/sqs-deps.ts';
import { sqsEvent, type SampleMessage } from './testing/sqs-event.ts';
import { linesWrittenBy } from './testing/written-lines.ts';

const body = '{"note":"about thandi@example.com"}';

const aRecord = (message: Partial<SampleMessage> = {}) =>
  v.parse(SqsRecord, sqsEvent({ body, ...message }).Records[0]);

const failing = (error: unknown) => (): Promise<void> => {
  throw error;
};

/** The outcome for a message that failed with `error`, and what was done about it. */
const settled = async (
  error: unknown,
  message: Partial<SampleMessage> = {},
  changes: Parameters<typeof sqsDeps>[0] = {},
) => {
  const { deps, ...observed } = sqsDeps(changes);
  const outcome = await settleFailed(deps, aRecord(message), error, deps.log).then(
    () => 'acknowledged',
    () => 'reported',
  );
  return { outcome, ...observed };
};

class CartApiError extends Error {
  override readonly name = 'CartApiError';
}

describe('a message that failed', () => {
  test.each([
    ['at its first receive waits half a minute', 1, 30],
    ['at its third receive waits eight minutes', 3, 480],
    ['at its last receive but one waits half an hour', 4, 1_800],
  ])('%s', async (_, receiveCount, seconds) => {
    const { outcome, delays, letters } = await settled(new Error('no'), { receiveCount });

    expect(outcome).toBe('reported');
    expect(delays).toEqual([{ receiptHandle: 'receipt-1', seconds }]);
    expect(letters).toEqual([]);
  });

  test.each([
    ['fails', Object.assign(new Error('no'), { name: 'TimeoutError' }), 'TimeoutError'],
    ['throws what is no error', 'no', 'unknown'],
  ])('is reported even if setting its wait %s', async (_, fault, reason) => {
    const { outcome, lines } = await settled(new Error('no'), {}, { delay: failing(fault) });

    expect(outcome).toBe('reported');
    expect(lines).toMatchObject([{ level: 'error' }, { level: 'warn', reason }]);
  });
});

describe('a message that must not be tried before a certain time', () => {
  const at = sqsDeps().time.now();
  const until = (seconds: number) =>
    new RetryLater('held', { notBefore: at + seconds * 1000, cause: new Error('no') });

  test.each([
    ['that time and a second, when its delay is shorter', 1, 34.2, 36],
    ['its delay, when that is longer', 2, 34.2, 120],
    ['its delay, when that time has passed', 1, -3_600, 30],
    ['no longer than SQS can hide it', 1, 86_400, 39_600],
  ])('waits for %s', async (_, receiveCount, seconds, expected) => {
    const { outcome, delays } = await settled(until(seconds), { receiveCount });

    expect(outcome).toBe('reported');
    expect(delays).toMatchObject([{ seconds: expected }]);
  });

  test('is an error in the log: name and stack of the cause, never its message', () => {
    const lines = linesWrittenBy(() => {
      const { deps } = sqsDeps();
      const log = makeLog({ functionName: 'pdf', environment: 'sit', level: 'INFO' });
      const cause = new CartApiError('Personal Name');
      const error = new RetryLater('held', { notBefore: 0, cause });
      settleFailed(deps, aRecord(), error, log).catch(() => undefined);
    });

    expect(lines).toMatchObject([
      {
        level: 'ERROR',
        errorName: 'CartApiError',
        stack: expect.arrayContaining([expect.stringContaining('failed-message.test')]),
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Personal');
  });

  test('is no more than odd in the log when nothing went wrong', async () => {
    const { lines } = await settled(new RetryLater('held', { notBefore: at }));

    expect(lines).toMatchObject([{ level: 'warn', reason: 'RetryLater', retryAfterSeconds: 30 }]);
  });
});

describe('a message that the invocation had no time for', () => {
  test.each([
    ['soon, at its first receive', false, 1, 3],
    ['as after its receive before, later: an outage must not use up all receives', false, 4, 480],
    ['after its delay, when it was begun', true, 1, 30],
  ])('returns %s', async (_, begun, receiveCount, seconds) => {
    const { outcome, delays } = await settled(new OutOfTime({ begun }), { receiveCount });

    expect(outcome).toBe('reported');
    expect(delays).toMatchObject([{ seconds }]);
  });

  test('and that was not begun is no more than odd in the log', async () => {
    const { lines } = await settled(new OutOfTime({ begun: false }));

    expect(lines).toMatchObject([{ level: 'warn', reason: 'OutOfTime' }]);
  });
});

describe('a message that failed at its last receive', () => {
  test('is a dead letter that says what happened, in codes', async () => {
    const attributes = { eventType: 'order.accepted', redriven: '2' };
    const message = { receiveCount: 5, attributes, groupId: 'tenant-sample' };

    const { outcome, letters, delays, counts, lines } = await settled(
      new CartApiError('Personal Name'),
      message,
    );

    expect(outcome).toBe('acknowledged');
    expect(letters).toEqual([
      {
        body,
        eventType: 'order.accepted',
        groupId: 'tenant-sample',
        reason: 'RETRIES_EXHAUSTED',
        errorName: 'CartApiError',
        receiveCount: 5,
        failedAt: new Date('2026-11-20T09:30:00Z'),
        redriven: '2',
      },
    ]);
    expect(delays).toEqual([]);
    expect(counts).toEqual({ DeadLetters: 1 });
    expect(lines).toMatchObject([{ level: 'error', reason: 'RETRIES_EXHAUSTED' }]);
  });

  test.each([
    ['of a cause, the cause', new RetryLater('', { notBefore: 0, cause: new CartApiError() })],
    ['of an error, its own', new CartApiError()],
  ])('is told by the class %s', async (_, error) => {
    const { letters } = await settled(error, { receiveCount: 5 });

    expect(letters).toMatchObject([{ errorName: 'CartApiError' }]);
  });

  test.each([
    ['only a lease was in the way', new RetryLater('', { notBefore: 0 }), 'RetryLater'],
    ['time was over', new OutOfTime({ begun: false }), 'OutOfTime'],
    ['the error has no plain name', Object.assign(new Error(), { name: 'a@b.co' }), 'unknown'],
    ['no error was thrown', 'Personal Name', 'unknown'],
  ])('is one as well when %s', async (_, error, errorName) => {
    const { outcome, letters } = await settled(error, { receiveCount: 6 });

    expect(outcome).toBe('acknowledged');
    expect(letters).toMatchObject([{ reason: 'RETRIES_EXHAUSTED', errorName, receiveCount: 6 }]);
  });

  test('is reported, put off and left to SQS when the dead-letter queue does not take it', async () => {
    const { outcome, delays, counts, lines } = await settled(
      new CartApiError(),
      { receiveCount: 5 },
      { deadLetter: failing(Object.assign(new Error('no'), { name: 'TimeoutError' })) },
    );

    expect(outcome).toBe('reported');
    expect(delays).toMatchObject([{ seconds: 1_800 }]);
    expect(counts).toEqual({});
    expect(lines).toMatchObject([{ level: 'warn', reason: 'TimeoutError' }, { level: 'error' }]);
  });
});

describe('a message that can never succeed', () => {
  const refused = new PermanentFailure('MAIL_REFUSED', 'no', { cause: new CartApiError() });

  test.each([1, 5])(
    'is a dead letter under its own reason, at receive %i',
    async (receiveCount) => {
      const { outcome, letters, counts, lines } = await settled(refused, { receiveCount });

      expect(outcome).toBe('acknowledged');
      expect(letters).toMatchObject([{ body, reason: 'MAIL_REFUSED', errorName: undefined }]);
      expect(counts).toEqual({ DeadLetters: 1 });
      expect(lines).toMatchObject([{ level: 'error', reason: 'MAIL_REFUSED' }]);
    },
  );

  test.each(['', 'thandi@example.com', 'Order Accepted', '+27820000000', `a${'b'.repeat(64)}`])(
    'keeps of its attributes only what looks right: not "%s"',
    async (text) => {
      const attributes = { eventType: text, redriven: text, note: text };

      const { letters } = await settled(refused, { attributes });

      expect(letters).toMatchObject([{ eventType: undefined, redriven: undefined }]);
      expect(Object.keys(letters[0] ?? {})).not.toContain('note');
    },
  );

  test('is retried like any other while the dead-letter queue does not take it', async () => {
    const { outcome, delays } = await settled(
      refused,
      { receiveCount: 2 },
      { deadLetter: failing(new Error('no')) },
    );

    expect(outcome).toBe('reported');
    expect(delays).toMatchObject([{ seconds: 120 }]);
  });
});
