/** How full the queues of a region are, each with its dead letters. */
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import type { QueuePair } from '../dead-letters/queue-pair.ts';

/** Figures of SQS, which calls them approximate: right a minute after the last message came or went. */
export type QueueDepth = {
  /** Name of the function that reads the queue. */
  readonly name: string;
  readonly waiting: number;
  /** Received and not done yet, or failed and put off. */
  readonly inFlight: number;
  readonly delayed: number;
  /** Everything in the dead-letter queue. */
  readonly deadLetters: number;
};

const count = v.pipe(v.optional(v.string(), '0'), v.transform(Number), v.integer());
const Attributes = v.object({
  ApproximateNumberOfMessages: count,
  ApproximateNumberOfMessagesNotVisible: count,
  ApproximateNumberOfMessagesDelayed: count,
});

/** Two requests for each queue, all at once. */
export const queueDepths = (sqs: SQSClient, queues: readonly QueuePair[]): Promise<QueueDepth[]> =>
  Promise.all(
    queues.map(async ({ name, url, deadLetterUrl }) => {
      const [queue, dead] = await Promise.all([figures(sqs, url), figures(sqs, deadLetterUrl)]);
      return { name, ...queue, deadLetters: dead.waiting + dead.inFlight + dead.delayed };
    }),
  );

const figures = async (sqs: SQSClient, url: string) => {
  const answer = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
        'ApproximateNumberOfMessagesDelayed',
      ],
    }),
  );
  const counts = v.parse(Attributes, answer.Attributes ?? {});
  return {
    waiting: counts.ApproximateNumberOfMessages,
    inFlight: counts.ApproximateNumberOfMessagesNotVisible,
    delayed: counts.ApproximateNumberOfMessagesDelayed,
  };
};

/** Messages that somebody still has to do; dead letters are not among them. */
export const undone = (depths: readonly QueueDepth[]): number =>
  depths.reduce((sum, { waiting, inFlight, delayed }) => sum + waiting + inFlight + delayed, 0);

/** Messages that were given up. */
export const deadLettersIn = (depths: readonly QueueDepth[]): number =>
  depths.reduce((sum, { deadLetters }) => sum + deadLetters, 0);
