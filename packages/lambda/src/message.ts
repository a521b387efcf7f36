/** A message on its way in: from a record of an SQS event to a fact about an order. */
import { OrderEvent, schemaVersion } from '@bbws/domain/order-event';
import { whereInvalid } from '@bbws/domain/parse';
import * as v from 'valibot';

/**
 * The message can never succeed: it goes to the dead-letter queue at once, under this code. The log shows name and stack
 * of the cause, if there is one.
 */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
  readonly reason: string;

  constructor(reason: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** The parts of a record that are used. */
export const SqsRecord = v.object({
  messageId: v.string(),
  receiptHandle: v.string(),
  body: v.string(),
  attributes: v.object({
    ApproximateReceiveCount: v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1)),
    MessageGroupId: v.optional(v.string()),
  }),
  messageAttributes: v.optional(
    v.record(v.string(), v.object({ stringValue: v.optional(v.string()) })),
    {},
  ),
});
export type SqsRecord = v.InferOutput<typeof SqsRecord>;

const Versioned = v.object({ schemaVersion: v.number() });

/**
 * The fact in a message body. Throws `PermanentFailure` when there is none; an ordinary error when the message is of a
 * schema version that this code does not know: during a deployment newer code may take it on the next attempt.
 */
export const parseMessage = (body: string): OrderEvent => {
  const json = parseJson(body);
  const event = v.safeParse(OrderEvent, json);
  if (event.success) return event.output;
  const versioned = v.safeParse(Versioned, json);
  if (versioned.success && versioned.output.schemaVersion !== schemaVersion)
    throw new Error('The message has a schema version that this code does not know');
  throw new PermanentFailure(
    'INVALID_MESSAGE',
    `The message is not a fact about an order: ${whereInvalid(event.issues)}`,
  );
};

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw new PermanentFailure('NOT_JSON', 'The message is not JSON');
  }
};
