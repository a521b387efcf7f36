/** retries-are-timed: looked at when a function reports a message as failed. */
import { subjectOf } from '../source/event-source.ts';
import type { Delivered, World } from '../world/world.ts';

export const retriesAreTimed = {
  name: 'retries-are-timed',
  promise: 'A message that failed is put off before it is reported.',
} as const;

/** Writes a breach into the history when an undisturbed invocation did not say when the message shall return. */
export const watchRetry = (
  { stage: { history } }: { readonly stage: Pick<World['stage'], 'history'> },
  { functionName, message, invocation }: Delivered,
): void => {
  const subject = subjectOf(message);
  const calls = history.callsOf(invocation, subject);
  const timed = calls.some(({ operation }) => operation === 'ChangeMessageVisibility');
  if (timed || history.isDisturbed(invocation, subject)) return;
  history.breaches.push({
    invariant: retriesAreTimed.name,
    orderId: subject,
    message: `${functionName} reported a failure and did not put the message off`,
  });
};
