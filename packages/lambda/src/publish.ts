/** Publishes facts about orders (R-EVT-01). */
import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { OrderEvent } from '@bbws/domain/order-event';

export type Publish = (event: OrderEvent) => Promise<void>;

/**
 * Publishes one event; the attribute `eventType` decides which queues get it. The tenant as message group turns on
 * fair queues: a noisy tenant does not starve the others.
 */
export const publish =
  (sns: SNSClient, topicArn: string): Publish =>
  async (event) => {
    await sns.send(
      new PublishCommand({
        TopicArn: topicArn,
        Message: JSON.stringify(event),
        MessageAttributes: { eventType: { DataType: 'String', StringValue: event.type } },
        MessageGroupId: event.tenantId,
      }),
    );
  };
