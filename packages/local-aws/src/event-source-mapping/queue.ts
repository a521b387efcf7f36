/** The two things a mapping does with its queue. */
import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import { ReceivedMessage } from './received-message.ts';

/** SQS's own limit of messages per call. */
export const mostPerCall = 10;

export type Queue = {
  /** At most ten messages; waits up to `waitSeconds` for the first. Throws when `signal` aborts. */
  readonly receive: (
    most: number,
    waitSeconds: number,
    signal: AbortSignal,
  ) => Promise<ReceivedMessage[]>;
  readonly remove: (messages: readonly ReceivedMessage[]) => Promise<void>;
};

const removeTen = async (client: SQSClient, url: string, messages: readonly ReceivedMessage[]) => {
  const { Failed } = await client.send(
    new DeleteMessageBatchCommand({
      QueueUrl: url,
      Entries: messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
    }),
  );
  if (Failed?.length) throw new Error(`${Failed.length} messages were not deleted from ${url}.`);
};

export const makeQueue = (client: SQSClient, url: string): Queue => ({
  receive: async (most, waitSeconds, abortSignal) => {
    const { Messages } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: Math.min(most, mostPerCall),
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal },
    );
    return v.parse(v.array(ReceivedMessage), Messages ?? []);
  },
  remove: async (messages) => {
    const chunks = Array.from({ length: Math.ceil(messages.length / mostPerCall) }, (_, index) =>
      messages.slice(index * mostPerCall, (index + 1) * mostPerCall),
    );
    await Promise.all(chunks.map((chunk) => removeTen(client, url, chunk)));
  },
});
