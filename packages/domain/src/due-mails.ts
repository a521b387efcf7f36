/** The mails that an order owes to the team and its customer, by what happened to it (R-EVT-10, R-EVT-11). */
import { changesIn, completionOf, isMove, lastVisibilityAfter } from './order-life.ts';
import type { Order, StatusChange } from './order.ts';

/** The mails of an order: to the team or the customer, about which fact. */
export const mailKinds = [
  'internal-recorded',
  'internal-rejected',
  'customer-recorded',
  'customer-rejected',
  'customer-status',
] as const;
export type MailKind = (typeof mailKinds)[number];

export type DueMail = {
  readonly kind: MailKind;
  /** Version of the change, for mails of which there is one per change. */
  readonly version?: number;
  /** UTC time of the fact that it tells of; of the showing of the order, when it was hidden after. */
  readonly since: string;
  /** True when the order was hidden after the fact: then the mail may have been withheld. */
  readonly withheld: boolean;
  /** False for one that may have been left out, because a later change took its place. */
  readonly mustBeSent: boolean;
};

/**
 * None for an order that is hidden: what it still owes is withheld. None to a customer whose address the mail service
 * refuses for good, which is noted on the order (R-EVT-13): but those that should have been sent long before the note are
 * due. One of them may be the one that was refused, after a long wait; effects tell.
 */
export const dueMails = (order: Order): readonly DueMail[] => {
  const completion = completionOf(order.statusHistory);
  if (!order.active || !completion || order.stage === 'accepted') return [];
  const about = (kind: MailKind): DueMail => ({
    kind,
    mustBeSent: true,
    ...time(order, completion),
  });
  const mails =
    order.stage === 'rejected'
      ? [about('internal-rejected'), about('customer-rejected')]
      : [about('internal-recorded'), about('customer-recorded'), ...statusMails(order)];
  return mails.filter((mail) => isToTeam(mail) || !isPastRefusal(order, mail));
};

/** Every mail is sent this long after its fact, or somebody is told; in milliseconds. */
const longestWay = 90 * 60_000;

const isPastRefusal = ({ customerEmailRefusedAt: refusedAt }: Order, { since }: DueMail): boolean =>
  refusedAt !== undefined && Date.parse(since) + longestWay >= Date.parse(refusedAt);

export const isToTeam = ({ kind }: Pick<DueMail, 'kind'>): boolean => kind.startsWith('internal');

/** Those that nobody needs any more are due only if they cannot have been withheld. */
const statusMails = (order: Order): DueMail[] => {
  const moves = changesIn(order.statusHistory).filter(isMove);
  return moves
    .map(({ to }): DueMail => ({
      kind: 'customer-status',
      version: to.version,
      mustBeSent: to === moves.at(-1)?.to,
      ...time(order, to),
    }))
    .filter(({ mustBeSent, withheld }) => mustBeSent || !withheld);
};

const time = ({ statusHistory }: Order, { version, at }: StatusChange) => {
  const shown = lastVisibilityAfter(statusHistory, version);
  return { since: shown?.at ?? at, withheld: shown !== undefined };
};

/** `customer-status of version 3`, or the kind alone. */
export const nameOfMail = ({
  kind,
  version,
}: {
  readonly kind: MailKind;
  readonly version?: number | undefined;
}): string => (version === undefined ? kind : `${kind} of version ${version}`);
