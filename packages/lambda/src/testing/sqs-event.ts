/** SQS batches, as Lambda hands them over. */

export type SampleMessage = {
  readonly body: string;
  readonly messageId?: string;
  readonly receiveCount?: number;
};

/** A batch of these messages; ids are message-1, message-2 and so on unless given. */
export const sqsEvent = (...messages: readonly SampleMessage[]) => ({
  Records: messages.map(({ body, messageId, receiveCount = 1 }, index) => ({
    messageId: messageId ?? `message-${index + 1}`,
    receiptHandle: `receipt-${index + 1}`,
    body,
    attributes: { ApproximateReceiveCount: String(receiveCount) },
    messageAttributes: {},
    eventSource: 'aws:sqs',
  })),
});

/** The batch with one message: this fact. */
export const sqsEventOf = (event: object, receiveCount = 1) =>
  sqsEvent({ body: JSON.stringify(event), receiveCount });
