/** How many messages are in the queues. Live queues are counted only: reading them would take work from their functions. */
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';

export type QueueCounts = {
  /** Visible, delayed or being worked on. */
  readonly messages: number;
  readonly deadLetters: number;
};

/** A function's queues. */
export type QueuePair = { readonly url: string; readonly deadLetterUrl: string };

const counters = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesDelayed',
  'ApproximateNumberOfMessagesNotVisible',
] as const;

/** By the name of the function. Approximate, as SQS counts. Two GetQueueAttributes per function. */
export const readQueueCounts = async (
  sqs: SQSClient,
  queues: Readonly<Record<string, QueuePair>>,
): Promise<Readonly<Record<string, QueueCounts>>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(queues).map(async ([name, { url, deadLetterUrl }]) => {
        const [messages, deadLetters] = await Promise.all([
          countIn(sqs, url),
          countIn(sqs, deadLetterUrl),
        ]);
        return [name, { messages, deadLetters }] as const;
      }),
    ),
  );

const countIn = async (sqs: SQSClient, url: string): Promise<number> => {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...counters] }),
  );
  return counters.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
};
