/**
 * What becomes of a message that was not processed: put aside when it can never succeed or was received for the last
 * time, put off otherwise.
 */
import type { Log } from './log.ts';
import { PermanentFailure, type SqsRecord } from './message.ts';
import type { Metrics } from './metrics.ts';
import { OutOfTime } from './out-of-time.ts';
import type { Queue } from './queue.ts';
import { delayUntil, retryDelay, returnDelay } from './retry-delay.ts';
import { RetryLater } from './retry-later.ts';

export type FailureDeps = {
  readonly metrics: Metrics;
  readonly queue: Queue;
  readonly now: () => Date;
  /** A number from 0 to 1. */
  readonly random: () => number;
  /** How often SQS hands a message over before it moves it to the dead-letter queue, without saying why. */
  readonly maxReceiveCount: number;
};

/** The dead letter's reason when every attempt has failed; `errorName` then says how the last one did. */
const exhausted = 'RETRIES_EXHAUSTED';

/**
 * Returns when the message is in the dead-letter queue, so that it may be acknowledged; throws when it must be reported as
 * failed. One call to SQS, two when the dead-letter queue does not take the message.
 */
export const settleFailed = async (
  deps: FailureDeps,
  record: SqsRecord,
  error: unknown,
  log: Log,
): Promise<void> => {
  const reason = reasonFor(deps, record, error);
  if (reason !== undefined && (await isPutAside(deps, record, reason, error, log))) return;
  await putOff(deps, record, error, log);
  // Whatever was thrown, what is thrown from here is an error.
  throw new Error('The message failed', { cause: error });
};

const reasonFor = (
  { maxReceiveCount }: FailureDeps,
  { attributes }: SqsRecord,
  error: unknown,
): string | undefined => {
  if (error instanceof PermanentFailure) return error.reason;
  return attributes.ApproximateReceiveCount >= maxReceiveCount ? exhausted : undefined;
};

/** False when the dead-letter queue does not take it: then SQS itself will, after its last receive. */
const isPutAside = async (
  { queue, metrics, now }: FailureDeps,
  { body, attributes, messageAttributes }: SqsRecord,
  reason: string,
  error: unknown,
  log: Log,
): Promise<boolean> => {
  try {
    const textOf = (name: string) => messageAttributes[name]?.stringValue;
    const letter = {
      body,
      eventType: matching(/^[a-z][a-z.-]{0,63}$/, textOf('eventType')),
      redriven: matching(/^\d{1,6}$/, textOf('redriven')),
      groupId: attributes.MessageGroupId,
      errorName: reason === exhausted ? classOf(error) : undefined,
      receiveCount: attributes.ApproximateReceiveCount,
      failedAt: now(),
    };
    await queue.deadLetter(letter, reason);
  } catch (fault) {
    log.warn('The dead-letter queue did not take the message', { reason: nameOf(fault) });
    return false;
  }
  metrics.count('DeadLetters');
  log.error('Message put into the dead-letter queue', causeOf(error), { reason });
  return true;
};

const putOff = async (
  { queue, random, now }: FailureDeps,
  { receiptHandle, attributes }: SqsRecord,
  error: unknown,
  log: Log,
): Promise<void> => {
  const receiveCount = attributes.ApproximateReceiveCount;
  const retryAfterSeconds = waitAfter(error, receiveCount, random(), now());
  if (isHarmless(error))
    log.warn('Message will be retried', { retryAfterSeconds, reason: nameOf(error) });
  else log.error('Message failed and will be retried', causeOf(error), { retryAfterSeconds });
  try {
    await queue.delay(receiptHandle, retryAfterSeconds);
  } catch (fault) {
    // The queue's own visibility timeout then decides: later, but not lost.
    log.warn('The retry could not be timed', { reason: nameOf(fault) });
  }
};

const waitAfter = (error: unknown, receiveCount: number, random: number, now: Date): number => {
  if (error instanceof OutOfTime && !error.begun) return returnDelay(receiveCount, random);
  const delay = retryDelay(receiveCount, random);
  return error instanceof RetryLater ? delayUntil(error.notBefore, now.getTime(), delay) : delay;
};

/** Nothing is wrong with the message: somebody else is at it, or its turn did not come. */
const isHarmless = (error: unknown): boolean =>
  (error instanceof RetryLater && error.cause === undefined) ||
  (error instanceof OutOfTime && !error.begun);

/** What really happened, where the error only says what to do about it. */
const causeOf = (error: unknown): unknown =>
  error instanceof RetryLater || error instanceof PermanentFailure ? (error.cause ?? error) : error;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Class of what really happened. Letters only, so that it is no data; of what is not so named nothing is told. */
const classOf = (error: unknown): string =>
  matching(/^[A-Za-z]{1,64}$/, nameOf(causeOf(error))) ?? 'unknown';

const matching = (pattern: RegExp, value: string | undefined): string | undefined =>
  value !== undefined && pattern.test(value) ? value : undefined;
