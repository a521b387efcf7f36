/** A dead letter as an operator reads it. Known fields alone: what else is in a message may be personal. */
import type { DeadLetter } from '@bbws/operator/dead-letters/dead-letter';
import type { Peeked } from '@bbws/operator/dead-letters/peek-dead-letters';
import { ageAt, times } from './words.ts';

/** What the message is, whatever it is. */
const what = ({ content, bytes }: DeadLetter): string => {
  switch (content.kind) {
    case 'event':
      return `version ${content.event.orderVersion}`;
    case 'unknown':
      return `of a schema version that this code does not know, ${bytes} bytes`;
    case 'poison':
      return `${content.reason === 'NOT_JSON' ? 'not JSON' : 'no fact about an order'}, ${bytes} bytes`;
  }
};

/** The message and its order in three or four lines. */
export const deadLetterLines = ({ queue, letter, since, order }: Peeked, now: Date): string[] => {
  const { messageId, reason, errorName, eventType, failedAt, receiveCount, redriven, content } =
    letter;
  const error = errorName === undefined ? '' : ` (${errorName})`;
  const given = failedAt === undefined ? '' : `, given up at ${failedAt}`;
  const again = redriven === 0 ? '' : `, redriven ${times(redriven)} before`;
  return [
    `${queue}  ${messageId}  ${reason}${error}`,
    `  ${eventType ?? 'no event type'}, ${what(letter)}`,
    `  waits ${ageAt(now, since)} (since ${since}), received ${times(receiveCount)}${given}${again}`,
    ...(content.kind === 'event'
      ? [
          `  order ${content.event.orderId} of ${content.event.tenantId}: ${order ?? 'not looked for'}`,
        ]
      : []),
  ];
};
