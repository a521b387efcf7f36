/**
 * SQS adapter: a batch in, the failed messages out. A processor returns when its effect is present, throws to retry,
 * and throws `PermanentFailure` when no retry can help. Nothing is acknowledged that is neither processed nor in the
 * dead-letter queue, and the answer goes out before the function's time does.
 */
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { OrderEvent } from '@bbws/domain/order-event';
import { whereInvalid } from '@bbws/domain/parse';
import * as v from 'valibot';
import { startDeadline, type Deadline, type InvocationContext } from './deadline.ts';
import { settleFailed, type FailureDeps } from './failed-message.ts';
import type { Log } from './log.ts';
import { parseMessage, SqsRecord } from './message.ts';
import { OutOfTime } from './out-of-time.ts';
import type { Runtime } from './start-function.ts';
import { atOnce, oneByOne, type Turns } from './turns.ts';

export type SqsDeps = FailureDeps & {
  readonly log: Log;
  readonly sleep: Runtime['sleep'];
};

export type Delivery = {
  readonly event: OrderEvent;
  /** How often the message was received, this time included. */
  readonly receiveCount: number;
  readonly log: Log;
  /** Aborts 5 s before the time-out: from there on nothing may be begun that must not be cut in two. */
  readonly signal: AbortSignal;
};

export type Processor = (delivery: Delivery) => Promise<void>;

type BatchResponse = { readonly batchItemFailures: { readonly itemIdentifier: string }[] };

const SqsEvent = v.object({ Records: v.array(v.record(v.string(), v.unknown())) });

// The batch utility would log a failed record's error with its message; the adapter logs it without.
const ignore = () => undefined;
const silent = { debug: ignore, warn: ignore, error: ignore };

export type SqsOptions = {
  /** False for work that keeps the processor busy: then the messages of a batch take turns. True unless given. */
  readonly inParallel?: boolean;
};

type Batch = {
  readonly deps: SqsDeps;
  readonly process: Processor;
  readonly deadline: Deadline;
  readonly takeTurn: Turns;
};

/**
 * The handler of a function that processes messages with `process`. Costs nothing when all goes well; a call to SQS for
 * each message that fails.
 */
export const sqsHandler =
  (deps: SqsDeps, process: Processor, { inParallel = true }: SqsOptions = {}) =>
  async (input: unknown, context: InvocationContext): Promise<BatchResponse> => {
    const event = v.parse(SqsEvent, input);
    const deadline = startDeadline(deps.sleep, context);
    const batch = { deps, process, deadline, takeTurn: inParallel ? atOnce : oneByOne() };
    try {
      const { batchItemFailures } = await processPartialResponse(
        event,
        (record: unknown) => settleInTime(batch, record),
        new BatchProcessor(EventType.SQS, { logger: silent }),
        { throwOnFullBatchFailure: false },
      );
      return observed(deps, deadline, { batchItemFailures: withoutDoubles(batchItemFailures) });
    } finally {
      deadline.end();
      deps.metrics.flush();
    }
  };

const observed = (
  { metrics }: SqsDeps,
  { signal }: Deadline,
  response: BatchResponse,
): BatchResponse => {
  const failures = response.batchItemFailures.length;
  if (failures > 0) metrics.count('BatchItemFailures', failures);
  if (signal.aborted) metrics.count('DeadlineStops');
  return response;
};

/** A message may be in a batch twice. */
const withoutDoubles = (failures: readonly { readonly itemIdentifier: string }[]) =>
  [...new Set(failures.map(({ itemIdentifier }) => itemIdentifier))].map((itemIdentifier) => ({
    itemIdentifier,
  }));

const recordOf = ({ log }: SqsDeps, input: unknown): SqsRecord => {
  const record = v.safeParse(SqsRecord, input);
  if (record.success) return record.output;
  log.error('A record is not one of SQS', undefined, { reason: whereInvalid(record.issues) });
  throw new Error('A record is not one of SQS');
};

/** Returns when the message is processed or in the dead-letter queue; throws when it is neither, or time is over. */
const settleInTime = async (batch: Batch, input: unknown): Promise<void> => {
  const record = recordOf(batch.deps, input);
  const tooLate = batch.deadline.over.then(() => {
    throw new OutOfTime({ begun: true });
  });
  // What loses a race goes on unheard: neither its success nor its failure changes an answer that is given.
  await Promise.race([settle(batch, record), tooLate]);
};

const settle = async (batch: Batch, record: SqsRecord): Promise<void> => {
  const { messageId, attributes, body } = record;
  const receiveCount = attributes.ApproximateReceiveCount;
  let log = batch.deps.log.with({ messageId, receiveCount });
  try {
    const event = parseMessage(body);
    log = log.with(eventFields(event));
    await processInTime(batch, { event, receiveCount, log, signal: batch.deadline.signal });
  } catch (error) {
    await settleFailed(batch.deps, record, error, log);
  }
};

/** Throws what the processor throws; `OutOfTime` when the message was not begun by the stop, or is not done by the cut. */
const processInTime = async (
  { process, deadline, takeTurn }: Batch,
  delivery: Delivery,
): Promise<void> => {
  let begun = false;
  const work = takeTurn(async () => {
    if (deadline.signal.aborted) throw new OutOfTime({ begun });
    begun = true;
    await process(delivery);
  });
  const tooLate = deadline.stopped
    .then(() => (begun ? deadline.cut : undefined))
    .then(() => {
      throw new OutOfTime({ begun });
    });
  await Promise.race([work, tooLate]);
};

const eventFields = ({ id, type, tenantId, orderId, orderVersion, correlationId }: OrderEvent) => ({
  eventId: id,
  eventType: type,
  tenantId,
  orderId,
  orderVersion,
  correlationId,
});
