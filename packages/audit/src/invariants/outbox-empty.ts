/** Events that nobody has proven to be received. */
import type { OrderEvent } from '@bbws/domain/order-event';
import type { OrderFacts } from '../facts.ts';
import type { Finding, Invariant } from '../invariant.ts';
import { remedyBy, whereItWaits } from '../remedy.ts';

export const outboxEmpty: Invariant = {
  name: 'outbox-empty',
  promise:
    'Every event leaves the outbox of its order within 90 minutes: somebody has received it.',
  check: (facts) =>
    (facts.stored?.outbox ?? []).map((event) => {
      const how = remedyOf(facts, event);
      return {
        message: `${event.type} of version ${event.orderVersion} is still in the outbox${whereItWaits(how)}.`,
        since: event.occurredAt,
        ...how,
      };
    }),
};

/** The sweeper mends what needs a publication alone; what a consumer has to prove, the consumer's message. */
const remedyOf = (facts: OrderFacts, { type }: OrderEvent): Pick<Finding, 'heldBy' | 'remedy'> => {
  const order = facts.stored?.order;
  if (type === 'order.accepted') return remedyBy(facts, 'record');
  return type === 'order.recorded' && order?.stage === 'recorded' && !order.pdf
    ? remedyBy(facts, 'pdf')
    : {};
};
