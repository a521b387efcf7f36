/** Makes a consumer's queue and its dead-letter queue, by the numbers of functions.json. */
import { CreateQueueCommand, GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { FunctionsFile, QueueConsumer } from '../functions-file.ts';
import { queueNames } from './names.ts';

export type QueuePair = {
  readonly url: string;
  readonly arn: string;
  readonly deadLetterUrl: string;
  readonly deadLetterArn: string;
};

const secondsPerDay = 86_400;

const makeQueue = async (client: SQSClient, name: string, attributes: Record<string, string>) => {
  const { QueueUrl: url } = await client.send(
    new CreateQueueCommand({ QueueName: name, Attributes: attributes }),
  );
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }),
  );
  const arn = Attributes?.QueueArn;
  if (url === undefined || arn === undefined) throw new Error(`The queue ${name} was not made.`);
  return { url, arn };
};

/** Lambda may hold a message for every attempt it makes itself, plus the time it gathers a batch. */
export const visibilityTimeoutSeconds = (
  { timeoutSeconds, trigger }: QueueConsumer,
  { visibilityTimeoutPerFunctionTimeout }: FunctionsFile['queues'],
): number => visibilityTimeoutPerFunctionTimeout * timeoutSeconds + trigger.batchWindowSeconds;

export const makeQueues = async (
  client: SQSClient,
  consumer: QueueConsumer,
  settings: FunctionsFile['queues'],
  environment: string,
): Promise<QueuePair> => {
  const { queue, deadLetterQueue } = queueNames(consumer, environment);
  const deadLetter = await makeQueue(client, deadLetterQueue, {
    MessageRetentionPeriod: String(settings.deadLetterRetentionDays * secondsPerDay),
  });
  const main = await makeQueue(client, queue, {
    MessageRetentionPeriod: String(settings.retentionDays * secondsPerDay),
    VisibilityTimeout: String(visibilityTimeoutSeconds(consumer, settings)),
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: deadLetter.arn,
      maxReceiveCount: settings.maxReceiveCount,
    }),
  });
  return { ...main, deadLetterUrl: deadLetter.url, deadLetterArn: deadLetter.arn };
};
