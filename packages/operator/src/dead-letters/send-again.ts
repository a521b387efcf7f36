/** Sends dead letters to their queue again: the body as it is, the event type, and how often this happened. */
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetter } from './dead-letter.ts';

/** Messages that one call sends: SQS's own limit. */
const mostPerCall = 10;
/** Bytes that one call sends. SQS takes 256 KiB, the attributes included. */
const mostBytes = 240 * 1024;

/** The messages in groups that one call each can send. */
export const sendable = (letters: readonly DeadLetter[]): DeadLetter[][] => {
  const groups: DeadLetter[][] = [];
  let bytes = Infinity;
  for (const letter of letters) {
    const group = groups.at(-1);
    if (group && group.length < mostPerCall && bytes + letter.bytes <= mostBytes) {
      group.push(letter);
      bytes += letter.bytes;
    } else {
      groups.push([letter]);
      bytes = letter.bytes;
    }
  }
  return groups;
};

/** Gives those that SQS took. One request for at most ten messages; throws what it throws. */
export const sendAgain = async (
  sqs: SQSClient,
  queueUrl: string,
  letters: readonly DeadLetter[],
): Promise<readonly DeadLetter[]> => {
  const { Successful = [] } = await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: queueUrl,
      Entries: letters.map((letter, index) => ({ Id: String(index), ...messageOf(letter) })),
    }),
  );
  const sent = new Set(Successful.map(({ Id }) => Id));
  return letters.filter((_, index) => sent.has(String(index)));
};

const text = (value: string) => ({ DataType: 'String', StringValue: value });

const messageOf = ({ body, eventType, redriven, content }: DeadLetter) => ({
  MessageBody: body,
  MessageAttributes: {
    redriven: { DataType: 'Number', StringValue: String(redriven + 1) },
    ...(eventType !== undefined && { eventType: text(eventType) }),
  },
  // As it was published: a noisy tenant's dead letters do not starve the others either.
  ...(content.kind === 'event' && { MessageGroupId: content.event.tenantId }),
});
