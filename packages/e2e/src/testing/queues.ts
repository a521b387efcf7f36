/** What waits in the service's queues. */
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { LocalAws } from '@bbws/local-aws/local-aws';
import { eventually } from './eventually.ts';

const counters = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesDelayed',
  'ApproximateNumberOfMessagesNotVisible',
] as const;

/** How many messages are waiting, delayed or being worked on, in all queues and dead-letter queues together. */
export const messagesIn = async ({ clients, resources }: LocalAws): Promise<number> => {
  const urls = Object.values(resources.queues).flatMap(({ url, deadLetterUrl }) => [
    url,
    deadLetterUrl,
  ]);
  const counts = await Promise.all(
    urls.map(async (QueueUrl) => {
      const { Attributes = {} } = await clients.sqs.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...counters] }),
      );
      return counters.map((name) => Number(Attributes[name]));
    }),
  );
  return counts.flat().reduce((sum, count) => sum + count, 0);
};

/** Waits until every message is done, with all that it led to. */
export const settled = (aws: LocalAws): Promise<true> =>
  eventually('all messages done', async () => {
    // Twice: a message may leave one queue for another while they are counted one by one.
    const counts = [await messagesIn(aws), await messagesIn(aws)];
    return counts.every((count) => count === 0) ? true : undefined;
  });
