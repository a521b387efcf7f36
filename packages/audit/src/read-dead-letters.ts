/** Looks through the dead-letter queues, and leaves every message where it is. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import { OrderId, TenantId } from '@bbws/domain/identifiers';
import { Version } from '@bbws/domain/order';
import type { DeadLetter as HeldLetter } from '@bbws/operator/dead-letters/dead-letter';
import { withMessages } from '@bbws/operator/dead-letters/hold-messages';
import * as v from 'valibot';
import type { DeadLetter } from './dead-letter.ts';

export type PeekOptions = {
  /** Seconds after which messages come back if this process dies meanwhile; 60 when missing. */
  readonly hiddenFor?: number | undefined;
  /** Seconds that a queue is asked to wait for a message; 1 when missing. With 0, SQS may overlook some. */
  readonly waitSeconds?: number | undefined;
};

/** The dead-letter queue of a function. */
export type DeadLetterQueue = { readonly queue: string; readonly url: string };

/**
 * Every message in the queue, once. Counts as a receive of each; nothing else changes. Messages that somebody else holds at
 * this moment are not seen.
 * One ReceiveMessage and one ChangeMessageVisibilityBatch per ten messages, and one more.
 */
export const readDeadLetters =
  (sqs: SQSClient, { hiddenFor = 60, waitSeconds = 1 }: PeekOptions = {}) =>
  ({ queue, url }: DeadLetterQueue): Promise<DeadLetter[]> =>
    withMessages(
      { sqs, visibilitySeconds: hiddenFor, waitSeconds },
      url,
      { most: Infinity },
      ({ letters }) => Promise.resolve(letters.map((letter) => deadLetterOf(queue, letter))),
    );

/** What is said in a body that may be of any schema version, or none. */
const About = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    tenantId: v.fallback(v.optional(TenantId), undefined),
    orderId: v.fallback(v.optional(OrderId), undefined),
    orderVersion: v.fallback(v.optional(Version), undefined),
  }),
);

const deadLetterOf = (
  queue: string,
  { messageId, eventType, reason, body }: HeldLetter,
): DeadLetter => {
  const about = v.safeParse(About, body);
  return { messageId, queue, eventType, reason, ...(about.success && about.output) };
};
