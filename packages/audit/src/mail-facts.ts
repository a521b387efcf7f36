/** Tells what the mails in an inbox are about, by their subjects (R-EVT-10, R-EVT-11). */
import type { EffectName } from '@bbws/dynamo/effect';
import type { EffectFact } from '@bbws/dynamo/list-effects';
import type { RepeatedMail } from '@bbws/dynamo/repeated-mail';
import type { MailFact } from './facts.ts';

/** A mail as the local inbox has it. */
export type InboxMail = {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** The header by which a mail names its order. */
export const orderIdHeader = 'X-BBWS-Order-Id';

const kinds: readonly (readonly [beginning: string, kind: EffectName])[] = [
  ['New Order Received: ', 'internal-recorded'],
  ['Order Rejected: ', 'internal-rejected'],
  ['Order Confirmation: ', 'customer-recorded'],
  ['Order Not Placed: ', 'customer-rejected'],
  ['Order Update: ', 'customer-status'],
];

/**
 * The mails about an order. Which change one tells of is known by the effect that has its message id, or by the note that an
 * operator had it sent once more.
 */
export const mailFactsOf = (
  orderId: string,
  mails: readonly InboxMail[],
  effects: readonly EffectFact[],
  repeated: readonly RepeatedMail[] = [],
): MailFact[] =>
  mails
    .filter(({ headers }) => headers[orderIdHeader] === orderId)
    .map(({ messageId, to, subject }) => {
      const known = kinds.find(([beginning]) => subject.startsWith(beginning));
      if (!known) throw new Error('A mail has a subject that none of this service begins with');
      const isThis = (other: { readonly messageId?: string | undefined }) =>
        other.messageId === messageId;
      const note = repeated.find(isThis);
      const version = (note ?? effects.find(isThis))?.version;
      const again = note && { isRepeated: true };
      return { kind: known[1], version, messageId, to: to.join(','), ...again };
    });
