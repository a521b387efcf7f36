/** only-failures-return: looked at when a function reports a message as failed. */
import type { ReceivedMessage } from '@bbws/local-aws/event-source-mapping/received-message';
import { subjectOf } from '../source/event-source.ts';
import type { Delivered, World } from '../world/world.ts';

export const onlyFailuresReturn = {
  name: 'only-failures-return',
  promise: 'A message whose effect was made is not delivered again because another one failed.',
} as const;

/** The call that makes a function's effect. */
const effectOf: Readonly<Record<string, string>> = {
  'record-creator': 'UpdateItem',
  pdf: 'UpdateItem',
  'internal-notify': 'SendEmail',
  'customer-confirm': 'SendEmail',
};

/** Writes a breach into the history when the invocation has made the effect, undisturbed, and reports a failure. */
export const watchFailed = (
  { stage: { history } }: { readonly stage: Pick<World['stage'], 'history'> },
  { functionName, message, invocation }: Delivered,
  batch: readonly ReceivedMessage[],
): void => {
  const subject = subjectOf(message);
  // Of two messages about one order, one may have made the effect and the other have met its lease.
  if (batch.filter((one) => subjectOf(one) === subject).length > 1) return;
  const calls = history.callsOf(invocation, subject);
  const made = calls.some(
    ({ operation, took, answered }) => operation === effectOf[functionName] && took && answered,
  );
  if (!made || history.isDisturbed(invocation, subject)) return;
  history.breaches.push({
    invariant: onlyFailuresReturn.name,
    orderId: subject,
    message: `${functionName} made its effect and reported a failure`,
  });
};
