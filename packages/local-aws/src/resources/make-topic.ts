/** Makes the topic of order events and subscribes each consumer's queue to the events it wants. */
import { CreateTopicCommand, SubscribeCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { QueueConsumer } from '../functions-file.ts';
import type { QueuePair } from './make-queues.ts';

export const makeTopic = async (client: SNSClient, name: string): Promise<string> => {
  const { TopicArn } = await client.send(new CreateTopicCommand({ Name: name }));
  if (TopicArn === undefined) throw new Error(`The topic ${name} was not made.`);
  return TopicArn;
};

/** Raw delivery; the message attribute `eventType` alone decides who gets what. */
export const subscribe = async (
  client: SNSClient,
  topicArn: string,
  { trigger }: QueueConsumer,
  queue: QueuePair,
): Promise<void> => {
  await client.send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: 'sqs',
      Endpoint: queue.arn,
      ReturnSubscriptionArn: true,
      Attributes: {
        RawMessageDelivery: 'true',
        FilterPolicy: JSON.stringify({ eventType: trigger.eventTypes }),
        // Without one, a delivery that SNS gives up on is gone.
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queue.deadLetterArn }),
      },
    }),
  );
};
