/** Events that nobody has proven to be received. */
import { isStuck } from '@bbws/dynamo/outbox-due';
import type { OrderEvent } from '@bbws/domain/order-event';
import type { OrderFacts } from '../facts.ts';
import type { Finding, Invariant } from '../invariant.ts';
import { remedyBy, whereItWaits } from '../remedy.ts';

export const outboxEmpty: Invariant = {
  name: 'outbox-empty',
  promise:
    'Every event leaves the outbox of its order within 90 minutes: somebody has received it.',
  check: (facts, { now }) =>
    (facts.stored?.outbox ?? []).map((event) => {
      const how = remedyOf(facts, event, now);
      return {
        message: `${event.type} of version ${event.orderVersion} is still in the outbox${whereItWaits(how)}.`,
        since: event.occurredAt,
        ...how,
      };
    }),
};

/** What a consumer has to prove, its message mends; what needs a publication alone, the sweeper, but for a day only. */
const remedyOf = (
  facts: OrderFacts,
  event: OrderEvent,
  now: Date,
): Pick<Finding, 'heldBy' | 'remedy'> => {
  const order = facts.stored?.order;
  if (event.type === 'order.accepted' && order?.stage === 'accepted')
    return remedyBy(facts, 'record');
  if (event.type === 'order.recorded' && order?.stage === 'recorded' && !order.pdf)
    return remedyBy(facts, 'pdf');
  return isStuck(event, now.toISOString())
    ? { remedy: `pnpm order publish --order ${facts.orderId}` }
    : {};
};
