/** A message as SQS hands it over, with the fields that it always sends. */
import * as v from 'valibot';

const MessageAttribute = v.object({
  DataType: v.string(),
  StringValue: v.optional(v.string()),
  BinaryValue: v.optional(v.instance(Uint8Array)),
});

export const ReceivedMessage = v.object({
  MessageId: v.string(),
  ReceiptHandle: v.string(),
  Body: v.string(),
  MD5OfBody: v.string(),
  MD5OfMessageAttributes: v.optional(v.string()),
  Attributes: v.objectWithRest(
    {
      ApproximateFirstReceiveTimestamp: v.string(),
      ApproximateReceiveCount: v.string(),
      SenderId: v.string(),
      SentTimestamp: v.string(),
    },
    v.string(),
  ),
  MessageAttributes: v.optional(v.record(v.string(), MessageAttribute), {}),
});

export type ReceivedMessage = v.InferOutput<typeof ReceivedMessage>;
export type MessageAttribute = v.InferOutput<typeof MessageAttribute>;
