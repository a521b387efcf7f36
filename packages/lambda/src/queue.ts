/** What a processor may do to its own messages: put one off, or put it aside for good. */
import {
  ChangeMessageVisibilityCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

export type Queue = {
  /** Makes a received message invisible for `seconds` from now. */
  readonly delay: (receiptHandle: string, seconds: number) => Promise<void>;
  /** Puts a copy of the message into the dead-letter queue. `reason` is a code, without personal data. */
  readonly deadLetter: (
    message: { readonly body: string; readonly eventType: string | undefined },
    reason: string,
  ) => Promise<void>;
};

export const makeQueue = (sqs: SQSClient, queueUrl: string, deadLetterQueueUrl: string): Queue => ({
  delay: async (receiptHandle, seconds) => {
    await sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: seconds,
      }),
    );
  },
  deadLetter: async ({ body, eventType }, reason) => {
    const text = (value: string) => ({ DataType: 'String', StringValue: value });
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: deadLetterQueueUrl,
        MessageBody: body,
        MessageAttributes: {
          reason: text(reason),
          ...(eventType !== undefined && { eventType: text(eventType) }),
        },
      }),
    );
  },
});
