/** How full the queues of a region are, each with its dead letters. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import { countMessages } from '../dead-letters/count-messages.ts';
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

/** Two requests for each queue, all at once. */
export const queueDepths = (sqs: SQSClient, queues: readonly QueuePair[]): Promise<QueueDepth[]> =>
  Promise.all(
    queues.map(async ({ name, url, deadLetterUrl }) => {
      const [{ waiting, inFlight, delayed }, dead] = await Promise.all([
        countMessages(sqs, url),
        countMessages(sqs, deadLetterUrl),
      ]);
      return { name, waiting, inFlight, delayed, deadLetters: dead.waiting + dead.underWay };
    }),
  );

/** Messages that somebody still has to do; dead letters are not among them. */
export const undone = (depths: readonly QueueDepth[]): number =>
  depths.reduce((sum, { waiting, inFlight, delayed }) => sum + waiting + inFlight + delayed, 0);

/** Messages that were given up. */
export const deadLettersIn = (depths: readonly QueueDepth[]): number =>
  depths.reduce((sum, { deadLetters }) => sum + deadLetters, 0);
