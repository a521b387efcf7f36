/** Whether the newest invoice shows the order's present payment. */
import type { Invariant } from '../invariant.ts';
import { invoiceDueSince } from '../invoice-objects.ts';
import { remedyBy, whereItWaits } from '../remedy.ts';

export const invoiceCurrent: Invariant = {
  name: 'invoice-current',
  promise:
    'The newest invoice of an order shows its last change of payment, and no state that the order never had.',
  check: (facts) => {
    const order = facts.stored?.order;
    if (order?.stage !== 'recorded' || !order.pdf) return [];
    const { orderVersion } = order.pdf;
    if (!order.statusHistory.some(({ version }) => version === orderVersion))
      return [{ message: `The invoice shows version ${orderVersion}, which the order never had.` }];
    const latest = invoiceDueSince(order);
    if (orderVersion >= latest.version) return [];
    const how = remedyBy(facts, 'pdf');
    const message = `The invoice shows version ${orderVersion}; the payment changed with version ${latest.version}${whereItWaits(how)}.`;
    return [{ message, since: latest.at, ...how }];
  },
};
