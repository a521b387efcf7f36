/** Sends that were cut off: the mail went out, and the function could not write that down (R-REL-01). */
import type { EffectName } from '@bbws/dynamo/effect';
import type { CallRecord, History } from '../world/history.ts';

const senderOf = (kind: EffectName): string =>
  kind.startsWith('internal') ? 'internal-notify' : 'customer-confirm';

/** How often a send of that kind of mail about the order was cut off: as often it may be sent again. */
export const interruptedSends = (history: History, orderId: string, kind: EffectName): number => {
  const sends = history
    .callsAbout(orderId)
    .filter(
      (call) => call.operation === 'SendEmail' && call.functionName === senderOf(kind) && call.took,
    );
  return [...Map.groupBy(sends, ({ invocation }) => invocation).values()].reduce(
    (sum, together) => sum + cutOff(history, together),
    0,
  );
};

/** How long a claim holds at least, in milliseconds: a process that was frozen may mark a mail after others have sent it. */
const lease = 30_000;

/**
 * How many of an invocation's sends about one order were cut off: nobody saw the answer, or a fault, and nothing else, kept
 * the mail from being marked while the claim held. Of two mails in one batch each needs a mark of its own.
 */
const cutOff = (history: History, sends: readonly CallRecord[]): number => {
  const [first] = sends;
  if (!first) return 0;
  const { invocation, subject } = first;
  const isDisturbed = history.isDisturbed(invocation, subject) || history.deaths.has(invocation);
  const answered = sends.filter((send) => send.answered).length;
  const marks = history
    .callsOf(invocation, subject)
    .filter(
      ({ operation, took, at }) =>
        operation === 'UpdateItem' && took && at >= first.at && at - first.at <= lease,
    ).length;
  return sends.length - answered + (isDisturbed ? Math.max(0, answered - marks) : 0);
};
