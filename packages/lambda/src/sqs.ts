/**
 * SQS adapter: a batch in, the failed messages out. A processor returns when its effect is present, throws to retry,
 * and throws `PermanentFailure` when no retry can help. Nothing is acknowledged without one of the first and last.
 */
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { OrderEvent } from '@bbws/domain/order-event';
import { whereInvalid } from '@bbws/domain/parse';
import * as v from 'valibot';
import type { Log } from './log.ts';
import { parseMessage, PermanentFailure, SqsRecord } from './message.ts';
import type { Metrics } from './metrics.ts';
import type { Queue } from './queue.ts';
import { retryDelay } from './retry-delay.ts';

export type SqsDeps = {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly queue: Queue;
  /** A number from 0 to 1. */
  readonly random: () => number;
};

export type Delivery = {
  readonly event: OrderEvent;
  /** How often the message was received, this time included. */
  readonly receiveCount: number;
  readonly log: Log;
};

export type Processor = (delivery: Delivery) => Promise<void>;

type BatchResponse = { batchItemFailures: { itemIdentifier: string }[] };

const SqsEvent = v.object({ Records: v.array(v.record(v.string(), v.unknown())) });

// The batch utility would log a failed record's error with its message; the adapter logs it without.
const ignore = () => undefined;
const silent = { debug: ignore, warn: ignore, error: ignore };

export type SqsOptions = {
  /** False for work that keeps the processor busy: then the messages of a batch take turns. True unless given. */
  readonly inParallel?: boolean;
};

/** The handler of a function that processes messages with `process`. */
export const sqsHandler =
  (deps: SqsDeps, process: Processor, { inParallel = true }: SqsOptions = {}) =>
  async (input: unknown): Promise<BatchResponse> => {
    const response = await processPartialResponse(
      v.parse(SqsEvent, input),
      (record: unknown) => processRecord(deps, process, recordOf(deps, record)),
      new BatchProcessor(EventType.SQS, { logger: silent }),
      { throwOnFullBatchFailure: false, processInParallel: inParallel },
    );
    deps.metrics.flush();
    return response;
  };

const recordOf = ({ log, metrics }: SqsDeps, input: unknown): SqsRecord => {
  const record = v.safeParse(SqsRecord, input);
  if (record.success) return record.output;
  metrics.count('BatchItemFailures');
  log.error('A record is not one of SQS', undefined, { reason: whereInvalid(record.issues) });
  throw new Error('A record is not one of SQS');
};

const processRecord = async (
  deps: SqsDeps,
  process: Processor,
  record: SqsRecord,
): Promise<void> => {
  const receiveCount = record.attributes.ApproximateReceiveCount;
  const log = deps.log.with({ messageId: record.messageId, receiveCount });
  try {
    await processOrPutAside(deps, process, record, log);
  } catch (error) {
    await putOff(deps, record, error, log);
  }
};

const processOrPutAside = async (
  deps: SqsDeps,
  process: Processor,
  record: SqsRecord,
  log: Log,
): Promise<void> => {
  try {
    const event = parseMessage(record.body);
    const receiveCount = record.attributes.ApproximateReceiveCount;
    await process({ event, receiveCount, log: log.with(eventFields(event)) });
  } catch (error) {
    if (!(error instanceof PermanentFailure)) throw error;
    await putAside(deps, record, error, log);
  }
};

const eventFields = ({ id, type, tenantId, orderId, orderVersion, correlationId }: OrderEvent) => ({
  eventId: id,
  eventType: type,
  tenantId,
  orderId,
  orderVersion,
  correlationId,
});

/** Into the dead-letter queue, then acknowledged; when that fails the message is retried as it is. */
const putAside = async (
  { queue, metrics }: SqsDeps,
  { body, messageAttributes }: SqsRecord,
  failure: PermanentFailure,
  log: Log,
): Promise<void> => {
  await queue.deadLetter(
    { body, eventType: messageAttributes['eventType']?.stringValue },
    failure.reason,
  );
  metrics.count('DeadLetters');
  log.error('Message put into the dead-letter queue', failure, { reason: failure.reason });
};

/** Reported as failed, after its next delivery was put off by the retry delay. */
const putOff = async (
  { queue, metrics, random }: SqsDeps,
  { receiptHandle, attributes }: SqsRecord,
  error: unknown,
  log: Log,
): Promise<never> => {
  const retryAfterSeconds = retryDelay(attributes.ApproximateReceiveCount, random());
  metrics.count('BatchItemFailures');
  log.error('Message failed and will be retried', error, { retryAfterSeconds });
  try {
    await queue.delay(receiptHandle, retryAfterSeconds);
  } catch (fault) {
    // The queue's own visibility timeout then decides: later, but not lost.
    log.warn('The retry could not be timed', {
      reason: fault instanceof Error ? fault.name : 'unknown',
    });
  }
  throw error;
};
