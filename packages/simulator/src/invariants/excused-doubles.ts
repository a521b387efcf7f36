/** How many mails of a kind an order may have: those that were due, and one more for each send that was cut off. */
import type { OrderFacts } from '@bbws/audit/facts';
import type { AuditContext } from '@bbws/audit/invariant';
import { rejectionsIn } from '@bbws/domain/order-life';
import type { EffectName } from '@bbws/dynamo/effect';
import type { History } from '../world/history.ts';
import { interruptedSends } from './interrupted-sends.ts';

/** Tells of the order's mails whether sends that were cut off account for those that are there once more. */
export const excusedDoubles =
  (history: History, facts: OrderFacts): AuditContext['excused'] =>
  (kind) => {
    const sent = (facts.mails ?? []).filter((mail) => mail.kind === kind).length;
    return sent <= mostOf(kind, facts) + interruptedSends(history, facts.orderId, kind);
  };

/** How many mails of that kind there may be when none was cut off. */
const mostOf = (kind: EffectName, { stored, effects }: OrderFacts): number => {
  // What was left out, because the status had moved on, is marked done without a message: it leaves no room for another one.
  if (kind === 'customer-status')
    return effects.filter(
      ({ name, doneAt, messageId }) =>
        name === kind && (doneAt === undefined || messageId !== undefined),
    ).length;
  return kind.endsWith('rejected') ? rejectionsIn(stored?.order.statusHistory ?? []) : 1;
};
