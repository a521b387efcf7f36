/** Sends that were cut off: the mail went out, and the function could not write that down (R-REL-01). */
import type { EffectName } from '@bbws/dynamo/effect';
import type { CallRecord, History } from '../world/history.ts';

const senderOf = (kind: EffectName): string =>
  kind.startsWith('internal') ? 'internal-notify' : 'customer-confirm';

/** How often a send of that kind of mail about the order was cut off: as often it may be sent again. */
export const interruptedSends = (history: History, orderId: string, kind: EffectName): number =>
  history
    .callsAbout(orderId)
    .filter(
      (call) =>
        call.operation === 'SendEmail' &&
        call.functionName === senderOf(kind) &&
        call.took &&
        wasCutOff(history, call),
    ).length;

/** How long a claim holds at least, in milliseconds: a process that was frozen may mark a mail after others have sent it. */
const lease = 30_000;

/** Nobody saw the answer; or a fault, and nothing else, kept the mail from being marked while the claim held. */
const wasCutOff = (history: History, send: CallRecord): boolean =>
  !send.answered ||
  (!wasMarked(history, send) &&
    (history.isDisturbed(send.invocation, send.subject) || history.deaths.has(send.invocation)));

const wasMarked = (history: History, send: CallRecord): boolean =>
  history
    .callsOf(send.invocation, send.subject)
    .some(
      ({ operation, took, at }) =>
        operation === 'UpdateItem' && took && at >= send.at && at - send.at <= lease,
    );
