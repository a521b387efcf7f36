/** Whether an accepted order came to an end. */
import type { Invariant } from '../invariant.ts';
import { remedyBy, whereItWaits } from '../remedy.ts';

export const settledStage: Invariant = {
  name: 'settled-stage',
  promise:
    'Every accepted order is recorded or rejected within 90 minutes, or its message is in the dead-letter queue.',
  check: (facts) => {
    const order = facts.stored?.order;
    if (order?.stage !== 'accepted') return [];
    const how = remedyBy(facts, 'record');
    return [
      {
        message: `Accepted, but neither recorded nor rejected${whereItWaits(how)}.`,
        since: order.dateLastUpdated,
        ...how,
      },
    ];
  },
};
