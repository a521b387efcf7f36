/** How many messages a queue has. */
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as v from 'valibot';

export type MessageCounts = {
  /** Waiting to be received. */
  readonly waiting: number;
  /** Received and not done yet, or failed and put off. */
  readonly inFlight: number;
  readonly delayed: number;
  /** In flight or delayed. */
  readonly underWay: number;
};

const count = v.pipe(v.optional(v.string(), '0'), v.transform(Number), v.integer());
const Attributes = v.object({
  ApproximateNumberOfMessages: count,
  ApproximateNumberOfMessagesNotVisible: count,
  ApproximateNumberOfMessagesDelayed: count,
});

/** The queue's own figures, which SQS calls approximate: they may be a minute old. One request. */
export const countMessages = async (sqs: SQSClient, url: string): Promise<MessageCounts> => {
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
  const inFlight = counts.ApproximateNumberOfMessagesNotVisible;
  const delayed = counts.ApproximateNumberOfMessagesDelayed;
  return {
    waiting: counts.ApproximateNumberOfMessages,
    inFlight,
    delayed,
    underWay: inFlight + delayed,
  };
};

/**
 * How many messages somebody else has in the hand, a command that was killed among them: of those that were counted just
 * before, the ones that are under way and were not taken since. The figures may be old: what was taken counts more.
 */
export const heldByOthers = (
  { waiting, underWay }: Pick<MessageCounts, 'waiting' | 'underWay'>,
  taken: number,
): number => Math.min(underWay, Math.max(0, waiting + underWay - taken));
