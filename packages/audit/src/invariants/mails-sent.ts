/** The mails that must have been sent (R-REL-01). */
import { dueMails, isToTeam, nameOfMail, type DueMail } from '@bbws/domain/due-mails';
import type { OrderFacts } from '../facts.ts';
import type { Finding, Invariant } from '../invariant.ts';
import { remedyBy, whereItWaits } from '../remedy.ts';
import { effectOf, mailsOf, mailsOfUnknownChange, unfinishedStatusMails } from '../sent-mails.ts';

/** Effects are kept for 90 days, in milliseconds; what is about to be deleted tells nothing any more. */
const effectsTell = 89 * 86_400_000;

export const mailsSent: Invariant = {
  name: 'mails-sent',
  promise:
    'Every recorded or rejected order leads to one mail to the team and one to its customer, and its latest status to another.',
  seenInAccounts: 'what was claimed and marked done in the last 89 days, not what arrived',
  check: (facts, { now }) =>
    mailsToLookFor(facts, now).flatMap((due): Finding[] => {
      const wrong = whatIsWrong(facts, due);
      if (wrong === undefined) return [];
      const how = remedyOf(facts, due);
      const withheld = due.withheld ? ' (the order was hidden for a while)' : '';
      const message = `${nameOfMail(due)}: ${wrong}${withheld}${whereItWaits(how)}.`;
      return [{ message, since: due.since, ...how }];
    }),
};

const remedyOf = (facts: OrderFacts, due: DueMail) => {
  const { kind, version } = due;
  const isDone = effectOf(facts, due)?.doneAt !== undefined;
  return remedyBy(facts, kind.startsWith('internal') ? 'internal' : 'confirm', {
    version,
    options: [
      version === undefined ? [] : `--order-version ${version}`,
      // Without it, a mail that is marked done is not sent.
      isDone ? '--again' : [],
    ]
      .flat()
      .join(' '),
  });
};

const mailsToLookFor = (facts: OrderFacts, now: Date): readonly DueMail[] => {
  // Of effects that cannot be read nobody knows what was sent.
  if (!facts.stored || facts.unreadable !== undefined) return [];
  const due = dueMails(facts.stored.order);
  return facts.mails
    ? due
    : due.filter(({ since }) => now.getTime() - Date.parse(since) < effectsTell);
};

const whatIsWrong = (facts: OrderFacts, due: DueMail): string | undefined => {
  if (isInInbox(facts, due)) return undefined;
  const effect = effectOf(facts, due);
  if (!effect) return 'never sent';
  // A lease of zero was given back, because the mail was refused for certain.
  if (effect.doneAt === undefined && effect.leaseUntil === 0 && isAddressRefused(facts, due))
    return undefined;
  if (effect.doneAt === undefined)
    return effect.leaseUntil === 0
      ? 'refused, and not sent since'
      : 'claimed and never marked done; nobody knows whether it was sent';
  if (effect.messageId === undefined)
    return due.mustBeSent ? 'marked done, but left out' : undefined;
  return facts.mails ? 'marked done, but in no inbox' : undefined;
};

/** The note on the order says it all: nothing but another address helps. */
const isAddressRefused = ({ stored }: OrderFacts, due: DueMail): boolean =>
  !isToTeam(due) && stored?.order.customerEmailRefusedAt !== undefined;

const isInInbox = (facts: OrderFacts, due: DueMail): boolean =>
  mailsOf(facts, due).length > 0 ||
  (unfinishedStatusMails(facts).some(({ version }) => version === due.version) &&
    mailsOfUnknownChange(facts).length > 0);
