/** Which effects an order still lacks, as when their messages lie in the queues of a region that died. Pure. */
import { dueMails, isToTeam, type DueMail } from '@bbws/domain/due-mails';
import type { Order, RecordedOrder } from '@bbws/domain/order';
import { latestInvoiceChange } from '@bbws/domain/order-life';
import type { EffectFact } from '@bbws/dynamo/list-effects';

/** An effect by the options of `pnpm replay` that make it. */
export type MissingEffect = {
  readonly effect: 'record' | 'pdf' | 'confirm' | 'internal';
  /** Version of the order, for the mail about a change of its status. */
  readonly orderVersion?: number;
};

/** UTC times of facts. */
export type Window = {
  /** Mails about older facts are taken for sent: what was sent is not remembered for ever. */
  readonly since: string;
  /** Younger facts are left to the queues, where they are under way. */
  readonly until: string;
};

/**
 * The record, or else the invoice and the mails that nobody is known to have made. Not the mails that were withheld while
 * the order was hidden: whether they are still wanted is a question for people.
 */
export const missingEffects = (
  order: Order,
  effects: readonly EffectFact[],
  window: Window,
): readonly MissingEffect[] => {
  if (order.stage === 'accepted')
    return order.dateLastUpdated <= window.until ? [{ effect: 'record' }] : [];
  const invoice: MissingEffect[] =
    order.stage === 'recorded' && lacksInvoice(order, window) ? [{ effect: 'pdf' }] : [];
  const mails = dueMails(order)
    .filter((mail) => isWanted(mail, window) && !isSent(order, mail, effects))
    .map(({ kind, version }) => ({
      effect: kind.startsWith('internal') ? ('internal' as const) : ('confirm' as const),
      ...(version !== undefined && { orderVersion: version }),
    }));
  return [...invoice, ...mails];
};

/** None at all, or one that does not show the last change that an invoice shows. */
const lacksInvoice = ({ statusHistory, pdf }: RecordedOrder, { until }: Window): boolean => {
  const shown = latestInvoiceChange(statusHistory);
  if (!shown || shown.at > until) return false;
  return !pdf || pdf.orderVersion < shown.version;
};

const isWanted = ({ mustBeSent, withheld, since }: DueMail, window: Window): boolean =>
  mustBeSent && !withheld && since >= window.since && since <= window.until;

const isSent = (order: Order, mail: DueMail, effects: readonly EffectFact[]): boolean => {
  const effect = effects.find(
    ({ name, version }) => name === mail.kind && version === mail.version,
  );
  if (!effect) return false;
  // Given back because the address was refused for good: nothing but another address helps.
  const isRefused =
    effect.leaseUntil === 0 && !isToTeam(mail) && order.customerEmailRefusedAt !== undefined;
  return effect.doneAt !== undefined || isRefused;
};
