/** The arithmetic of a recorded order (R-DAT-07). */
import { amountsAddUp } from '@bbws/domain/order-amounts';
import type { Invariant } from '../invariant.ts';

export const sums: Invariant = {
  name: 'sums',
  promise: 'The lines, the subtotal and the total of a recorded order add up to the cent.',
  check: ({ stored }) =>
    stored?.order.stage === 'recorded' && !amountsAddUp(stored.order)
      ? [{ message: 'The amounts of the order do not add up.' }]
      : [],
};
