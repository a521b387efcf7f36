/** A message of a dead-letter queue as an operator sees it: what it is, why it is there, and nothing personal. */
import type { Message } from '@aws-sdk/client-sqs';
import type { OrderEvent } from '@bbws/domain/order-event';
import { parseMessage, PermanentFailure } from '@bbws/lambda/message';
import * as v from 'valibot';
import { reasonOf } from './reason-of.ts';

/** `poison`: what today's code takes for no fact about an order. `unknown`: of a schema version that it does not know. */
export type Content =
  | { readonly kind: 'event'; readonly event: OrderEvent }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'poison'; readonly reason: string };

export type DeadLetter = {
  readonly messageId: string;
  /** Good for one receive. */
  readonly receiptHandle: string;
  /** Anything at all: never to be printed. */
  readonly body: string;
  readonly bytes: number;
  readonly reason: string;
  /** Name of the error that a function met, where it said so. */
  readonly errorName?: string | undefined;
  readonly eventType?: string | undefined;
  /** How often it was redriven before, as far as the message knows. */
  readonly redriven: number;
  /** How often the function had it; an upper bound where SQS moved it, which counts every look as well. */
  readonly receiveCount: number;
  /** UTC time at which the function gave it up, where it said so. */
  readonly failedAt?: string | undefined;
  /** When it came into its first queue; a clock of SQS's. */
  readonly sentAt: Date;
  readonly content: Content;
};

const Attribute = v.object({ StringValue: v.optional(v.string()) });
const count = v.pipe(v.optional(v.string(), '0'), v.transform(Number), v.integer());

const Received = v.object({
  MessageId: v.string(),
  ReceiptHandle: v.string(),
  Body: v.string(),
  Attributes: v.object({
    ApproximateReceiveCount: count,
    SentTimestamp: v.pipe(
      v.string(),
      v.transform((text) => new Date(Number(text))),
    ),
  }),
  MessageAttributes: v.optional(v.record(v.string(), Attribute), {}),
});

/** Codes and names end on a terminal: of anything else only as much is left as cannot do harm there. */
const printable = (text: string | undefined): string | undefined =>
  text?.slice(0, 64).replaceAll(/[^\w.:-]/g, '?');

/** The message by its parts; it must have been received with all its attributes. */
export const parseDeadLetter = (message: Message): DeadLetter => {
  const { MessageId, ReceiptHandle, Body, Attributes, MessageAttributes } = v.parse(
    Received,
    message,
  );
  const text = (name: string) => printable(MessageAttributes[name]?.StringValue);
  const content = contentOf(Body);
  const number = (name: string) => {
    const parsed = v.safeParse(count, text(name));
    return parsed.success && parsed.output > 0 ? parsed.output : undefined;
  };
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    bytes: Buffer.byteLength(Body),
    reason: reasonOf({ reason: text('reason'), ErrorCode: text('ErrorCode') }),
    errorName: text('errorName'),
    eventType: text('eventType') ?? (content.kind === 'event' ? content.event.type : undefined),
    redriven: number('redriven') ?? 0,
    receiveCount: number('receiveCount') ?? Attributes.ApproximateReceiveCount,
    failedAt: text('failedAt'),
    sentAt: Attributes.SentTimestamp,
    content,
  };
};

const contentOf = (body: string): Content => {
  try {
    return { kind: 'event', event: parseMessage(body) };
  } catch (error) {
    return error instanceof PermanentFailure
      ? { kind: 'poison', reason: error.reason }
      : { kind: 'unknown' };
  }
};

/**
 * Since when the message waits: the time of the fact that it tells, else that at which it was given up or sent. Never
 * later than `now`: the queues' clock of the local AWS runs ahead.
 */
export const waitingSince = ({ content, failedAt, sentAt }: DeadLetter, now: Date): Date => {
  const told = content.kind === 'event' ? content.event.occurredAt : failedAt;
  const since = told === undefined || Number.isNaN(Date.parse(told)) ? sentAt : new Date(told);
  return since < now ? since : now;
};
