/** Sends that were cut off: the mail went out, and the function could not write that down (R-REL-01). */
import type { EffectName } from '@bbws/dynamo/effect';
import type { CallRecord, History } from '../world/history.ts';

const senderOf = (kind: EffectName): string =>
  kind.startsWith('internal') ? 'internal-notify' : 'customer-confirm';

/** How often a mail of that kind about the order was sent without being marked so: as often it may be sent again. */
export const interruptedSends = (history: History, orderId: string, kind: EffectName): number =>
  history
    .callsAbout(orderId)
    .filter(
      (call) =>
        call.operation === 'SendEmail' &&
        call.functionName === senderOf(kind) &&
        call.took &&
        !wasMarked(history, call),
    ).length;

/** How long a claim holds at least, in milliseconds: a process that was frozen may mark a mail after others have sent it. */
const lease = 30_000;

const wasMarked = (history: History, send: CallRecord): boolean => {
  const calls = history.callsOf(send.invocation, send.subject);
  return (
    send.answered &&
    calls.some(
      ({ operation, took, at }) =>
        operation === 'UpdateItem' && took && at >= send.at && at - send.at <= lease,
    )
  );
};
