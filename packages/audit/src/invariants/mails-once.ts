/** No mail twice, unless the answer to a send was lost or an operator wanted it (R-REL-01). Only an inbox can tell. */
import type { EffectName } from '@bbws/dynamo/effect';
import { nameOfMail } from '@bbws/domain/due-mails';
import type { OrderFacts } from '../facts.ts';
import { rejectionsIn } from '@bbws/domain/order-life';
import type { AuditContext, Finding, Invariant } from '../invariant.ts';
import { mailsOfUnknownChange, unfinishedStatusMails } from '../sent-mails.ts';

export const mailsOnce: Invariant = {
  name: 'mails-once',
  promise:
    'No mail is sent twice, unless the answer to its send was lost or an operator had it sent again.',
  seenInAccounts: 'nothing: only the local AWS has an inbox',
  check: (facts, context) => [...doubled(facts, context), ...unknown(facts, context)],
};

const doubled = ({ stored, mails = [] }: OrderFacts, { excused }: AuditContext): Finding[] =>
  [...Map.groupBy(mails, nameOfMail).values()].flatMap((same) => {
    const [mail] = same;
    if (!mail || isOfUnknownChange(mail)) return [];
    // An order that was reopened may be rejected a second time, and that is told as well.
    const rejections = stored ? rejectionsIn(stored.order.statusHistory) : 0;
    const allowed = mail.kind.endsWith('rejected') ? Math.max(1, rejections) : 1;
    const counted = same.filter(({ isRepeated }) => !isRepeated).length;
    return counted > allowed && !excused(mail.kind, mail.version)
      ? [{ message: `${nameOfMail(mail)}: sent ${same.length} times.` }]
      : [];
  });

const isOfUnknownChange = ({ kind, version }: { kind: EffectName; version?: number | undefined }) =>
  kind === 'customer-status' && version === undefined;

const unknown = (facts: OrderFacts, { excused }: AuditContext): Finding[] => {
  const spare = mailsOfUnknownChange(facts).length - unfinishedStatusMails(facts).length;
  const interrupted = facts.effects.some(
    ({ name, version }) => name === 'customer-status' && excused(name, version),
  );
  return spare > 0 && !interrupted
    ? [{ message: `customer-status: ${spare} sent that no effect knows of.` }]
    : [];
};
