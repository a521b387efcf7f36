/** Messages that no code can take, published like any other. */
import { PublishCommand } from '@aws-sdk/client-sns';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';
import { simulatedConsumers } from '../world/simulated-consumers.ts';
import type { World } from '../world/world.ts';

const bodies = [
  'this is no JSON',
  '{"type":"order.recorded"}',
  '{"type":"order.accepted","schemaVersion":1,"tenantId":"not a tenant!"}',
] as const;

/** The facts that poison pretends to be: every queue gets some. */
const eventTypes = ['order.recorded', 'order.accepted', 'order.status-changed'] as const;

/** How many queues a message of that type reaches. */
const reach = (eventType: string): number =>
  simulatedConsumers(readFunctionsFile()).filter(({ trigger }) =>
    trigger.eventTypes.includes(eventType),
  ).length;

/** Publishes `count` of them, one every so many milliseconds; gives how many messages that makes in all queues. */
export const poison = (
  { aws, stage: { activity, clock }, lookAtQueues }: World,
  count: number,
  every: number,
): number => {
  let reached = 0;
  for (let index = 0; index < count; index += 1) {
    const eventType = eventTypes[index % eventTypes.length] ?? eventTypes[0];
    reached += reach(eventType);
    void clock.sleep(index * every).then(async () => {
      const publish = new PublishCommand({
        TopicArn: aws.resources.topicArn,
        Message: bodies[index % bodies.length],
        MessageAttributes: { eventType: { DataType: 'String', StringValue: eventType } },
      });
      await activity.during(() => aws.clients.sns.send(publish));
      lookAtQueues();
    });
  }
  return reached;
};
