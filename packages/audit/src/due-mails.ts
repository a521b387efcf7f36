/** The mails that an order owes to the team and its customer, by what happened to it (R-EVT-10, R-EVT-11). */
import type { Order, StatusChange } from '@bbws/domain/order';
import type { EffectName } from '@bbws/dynamo/effect';
import { changesIn, completionOf, isMove, lastVisibilityAfter } from './history.ts';

export type DueMail = {
  readonly kind: EffectName;
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
 * refuses for good, which is noted on the order (R-EVT-13).
 */
export const dueMails = (order: Order): readonly DueMail[] => {
  const completion = completionOf(order.statusHistory);
  if (!order.active || !completion || order.stage === 'accepted') return [];
  const about = (kind: EffectName): DueMail => ({
    kind,
    mustBeSent: true,
    ...time(order, completion),
  });
  const mails =
    order.stage === 'rejected'
      ? [about('internal-rejected'), about('customer-rejected')]
      : [about('internal-recorded'), about('customer-recorded'), ...statusMails(order)];
  return order.customerEmailRefusedAt === undefined
    ? mails
    : mails.filter(({ kind }) => kind.startsWith('internal'));
};

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
  readonly kind: EffectName;
  readonly version?: number | undefined;
}): string => (version === undefined ? kind : `${kind} of version ${version}`);
