/** Which mails about an order are due and were not sent, as when it was hidden. Pure. */
import { dueMails } from '@bbws/domain/due-mails';
import type { Order } from '@bbws/domain/order';
import type { EffectFact } from '@bbws/dynamo/list-effects';

/** A mail by the options of `pnpm replay` that send it. */
export type UnsentMail = {
  readonly effect: 'confirm' | 'internal';
  /** Version of the order, for the mail about a change of its status. */
  readonly orderVersion?: number;
};

/**
 * The mails that nobody is known to have sent, of those that somebody still needs. None of an order that is hidden or
 * accepted only; none to a customer whose address was refused by then.
 */
export const mailsNotSent = (order: Order, effects: readonly EffectFact[]): UnsentMail[] =>
  dueMails(order)
    .filter(({ mustBeSent }) => mustBeSent)
    .filter(
      ({ kind, version }) =>
        !effects.some(
          (one) => one.name === kind && one.version === version && one.doneAt !== undefined,
        ),
    )
    .map(({ kind, version }) => ({
      effect: kind.startsWith('internal') ? 'internal' : 'confirm',
      ...(version !== undefined && { orderVersion: version }),
    }));
