/** Sends one fact straight to one function's queue, past the topic: nobody else hears of it. */
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { OrderEvent } from '@bbws/domain/order-event';

/** Sends the event as the topic would deliver it. One request. */
export const sendEvent = async (
  sqs: SQSClient,
  queueUrl: string,
  event: OrderEvent,
): Promise<void> => {
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: queueUrl,
      MessageBody: JSON.stringify(event),
      MessageAttributes: { eventType: { DataType: 'String', StringValue: event.type } },
      MessageGroupId: event.tenantId,
    }),
  );
};
