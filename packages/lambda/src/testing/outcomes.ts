/** Batches with every combination of outcomes, and what the SQS adapter makes of them. */
import { anEvent } from '@bbws/domain/testing/builders';
import { PermanentFailure } from '../message.ts';
import { sqsHandler, type Processor, type SqsOptions } from '../sqs.ts';
import { sqsDeps } from './sqs-deps.ts';
import { sqsEvent } from './sqs-event.ts';

/** What a message leads to: done, fails, fails for good, or is still at work when the function's time is over. */
export type Outcome = 'done' | 'fails' | 'hopeless' | 'hangs';

/** Every combination of these outcomes for so many messages. */
export const combinations = (outcomes: readonly Outcome[], messages: number): Outcome[][] =>
  messages === 0
    ? [[]]
    : combinations(outcomes, messages - 1).flatMap((before) =>
        outcomes.map((outcome) => [...before, outcome]),
      );

export type Circumstances = SqsOptions & {
  readonly receiveCount?: number;
  /** The wait of a message cannot be set. */
  readonly delayFails?: boolean;
  /** The dead-letter queue takes nothing. */
  readonly deadLetterFails?: boolean;
};

export const timeoutSeconds = 30;
/** How long every message takes that does not hang. */
const secondsOfWork = 0.5;

const broken = () => Promise.reject(new Error('no'));

/**
 * Hands a batch with these outcomes to the adapter, on a clock of its own. Gives the ids that were processed, put into the
 * dead-letter queue and acknowledged, how many seconds it took, and `thaw`, which lets what hangs go on: every second
 * message fails then, the others succeed.
 */
export const runBatch = async (
  outcomes: readonly Outcome[],
  { inParallel = true, receiveCount = 1, delayFails, deadLetterFails }: Circumstances = {},
) => {
  const { deps, time, letters, delays, counts } = sqsDeps({
    ...(delayFails && { delay: broken }),
    ...(deadLetterFails && { deadLetter: broken }),
  });
  const thawed = Promise.withResolvers<undefined>();
  const processed: string[] = [];
  const process: Processor = async ({ event }) => {
    const outcome = outcomes[Number(event.correlationId)];
    await (outcome === 'hangs' ? thawed.promise : time.sleep(secondsOfWork * 1000));
    const failsLate = outcome === 'hangs' && Number(event.correlationId) % 2 === 0;
    if (outcome === 'fails' || failsLate) throw new Error('no');
    if (outcome === 'hopeless') throw new PermanentFailure('MAIL_REFUSED', 'no');
    processed.push(event.correlationId);
  };
  const ids = outcomes.map((_, index) => String(index));
  const event = sqsEvent(
    ...ids.map((id) => ({
      messageId: id,
      receiveCount,
      body: JSON.stringify(anEvent('order.recorded', { correlationId: id })),
    })),
  );
  const startedAt = time.now();

  const response = await time.passing(
    sqsHandler(deps, process, { inParallel })(event, time.contextOf(timeoutSeconds)),
  );

  const failed = new Set(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  return {
    event,
    response,
    acknowledged: ids.filter((id) => !failed.has(id)),
    processed: processed.toSorted(),
    deadLetters: letters
      .map((letter) => ids.find((id) => letter.body.includes(`"correlationId":"${id}"`)))
      .toSorted(),
    delays,
    counts,
    seconds: (time.now() - startedAt) / 1000,
    sleepers: time.sleepers(),
    thaw: async () => {
      thawed.resolve(undefined);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
};
