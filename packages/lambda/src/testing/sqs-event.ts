/** SQS batches, as Lambda hands them over. */
import type { InvocationContext } from '../deadline.ts';
import type { Runtime } from '../start-function.ts';

export type SampleMessage = {
  readonly body: string;
  readonly messageId?: string;
  readonly receiveCount?: number;
  readonly groupId?: string;
  /** Attributes of type String. */
  readonly attributes?: Readonly<Record<string, string>>;
};

/** A batch of these messages; ids are message-1, message-2 and so on unless given. */
export const sqsEvent = (...messages: readonly SampleMessage[]) => ({
  Records: messages.map(
    ({ body, messageId, receiveCount = 1, groupId, attributes = {} }, index) => ({
      messageId: messageId ?? `message-${index + 1}`,
      receiptHandle: `receipt-${index + 1}`,
      body,
      attributes: {
        ApproximateReceiveCount: String(receiveCount),
        ...(groupId !== undefined && { MessageGroupId: groupId }),
      },
      messageAttributes: Object.fromEntries(
        Object.entries(attributes).map(([name, stringValue]) => [
          name,
          { stringValue, dataType: 'String' },
        ]),
      ),
      eventSource: 'aws:sqs',
    }),
  ),
});

/** The batch with one message: this fact. */
export const sqsEventOf = (event: object, receiveCount = 1) =>
  sqsEvent({ body: JSON.stringify(event), receiveCount });

/** An invocation with plenty of time left. */
export const aContext: InvocationContext = { getRemainingTimeInMillis: () => 30_000 };

/** For tests in which time stands still: who sleeps wakes only to be told to stop. */
export const endlessSleep: Runtime['sleep'] = (_, signal) =>
  new Promise((_resolve, reject) => {
    if (signal?.aborted) reject(new Error('The sleep was aborted'));
    signal?.addEventListener('abort', () => reject(new Error('The sleep was aborted')));
  });
