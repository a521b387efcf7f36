/** Why a message is in a dead-letter queue: a code, from its attributes alone. */

/** Attributes of a message as texts. SNS adds `ErrorCode` when it gives up on a delivery; our functions add `reason`. */
export type TextAttributes = {
  readonly reason?: string | undefined;
  readonly ErrorCode?: string | undefined;
};

/** SNS could not deliver it to the queue. */
export const snsDeliveryFailed = 'SNS_DELIVERY_FAILED';
/** SQS moved it after the last receive: the function threw every time, or died, or ran out of time. */
export const receivesExhausted = 'RECEIVES_EXHAUSTED';

/** The code that a function gave, or who else put the message here. */
export const reasonOf = ({ reason, ErrorCode }: TextAttributes): string =>
  reason ?? (ErrorCode === undefined ? receivesExhausted : snsDeliveryFailed);
