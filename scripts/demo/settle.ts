/** Waits until nothing is under way any more: what is then missing or doubled stays so. */
import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { LocalAws } from '@bbws/local-aws/local-aws';

const counted = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/** Longest wait, in milliseconds. */
const patience = 10_000;

const messagesIn = async ({ clients }: LocalAws, url: string): Promise<number> => {
  const { Attributes = {} } = await clients.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...counted] }),
  );
  return counted.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
};

/** Returns when no queue has a message waiting or in flight, or after ten seconds. */
export const untilQueuesAreEmpty = async (aws: LocalAws): Promise<void> => {
  const urls = Object.values(aws.resources.queues).map(({ url }) => url);
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const counts = await Promise.all(urls.map((url) => messagesIn(aws, url)));
    if (counts.every((count) => count === 0)) return;
    await sleep(50);
  }
};
