/** What a processor may do to its own messages: put one off, or put it aside for good. */
import {
  ChangeMessageVisibilityCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** A message to put aside, and what is known of it. Beside the body nothing of this is personal. */
export type DeadLetter = {
  readonly body: string;
  /** Type of the fact in the message. */
  readonly eventType?: string | undefined;
  /** The message's group, a tenant; the copy gets the same. */
  readonly groupId?: string | undefined;
  /** Class of the last error. */
  readonly errorName?: string | undefined;
  /** How often the message was received. */
  readonly receiveCount: number;
  readonly failedAt: Date;
  /** How often an operator sent it back before, in digits: the message itself remembers. */
  readonly redriven?: string | undefined;
};

export type Queue = {
  /** Makes a received message invisible for `seconds` from now. */
  readonly delay: (receiptHandle: string, seconds: number) => Promise<void>;
  /**
   * Puts a copy of the message into the dead-letter queue. `reason` is a code, without personal data; it takes one of SQS's
   * ten attributes, what is known of the message five more.
   */
  readonly deadLetter: (letter: DeadLetter, reason: string) => Promise<void>;
};

const text = (value: string) => ({ DataType: 'String', StringValue: value });
const number = (value: string) => ({ DataType: 'Number', StringValue: value });

const attributesOf = (
  { eventType, errorName, receiveCount, failedAt, redriven }: DeadLetter,
  reason: string,
) => ({
  reason: text(reason),
  ...(eventType !== undefined && { eventType: text(eventType) }),
  ...(errorName !== undefined && { errorName: text(errorName) }),
  receiveCount: number(String(receiveCount)),
  failedAt: text(failedAt.toISOString()),
  ...(redriven !== undefined && { redriven: number(redriven) }),
});

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
  deadLetter: async (letter, reason) => {
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: deadLetterQueueUrl,
        MessageBody: letter.body,
        MessageAttributes: attributesOf(letter, reason),
        ...(letter.groupId !== undefined && { MessageGroupId: letter.groupId }),
      }),
    );
  },
});
