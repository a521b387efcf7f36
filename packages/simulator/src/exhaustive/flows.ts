/** The flows whose every call is tried. */
import type { Change } from '../portal/portal.ts';
import { badCart } from '../world/cart-api.ts';
import type { SingleFault } from './single-faults.ts';

export type Flow = {
  readonly name: string;
  /** Beginning of the cart's id. */
  readonly cart: string;
  readonly changes: readonly Change[];
  /** Faults that belong to the flow itself. */
  readonly already?: readonly SingleFault[];
  /** How often the order is asked for, with one key; once when missing. */
  readonly requests?: number;
  /** True when every message is delivered a second time. */
  readonly deliveredTwice?: boolean;
  /** When an operator reopens the order, in milliseconds after it was placed. */
  readonly reopenedAfter?: number;
};

const minutes = 60_000;

const paid: readonly Change[] = [{ status: 'paid', after: 5 * minutes }];

export const flows: readonly Flow[] = [
  { name: 'recorded, then paid', cart: 'cart-', changes: paid },
  {
    name: 'the same, every message delivered twice',
    cart: 'cart-',
    changes: paid,
    deliveredTwice: true,
  },
  { name: 'asked for twice with one key', cart: 'cart-', changes: [], requests: 2 },
  { name: 'rejected', cart: badCart.unknown, changes: [] },
  {
    name: 'rejected, reopened and recorded',
    cart: badCart.lateBy(20 * minutes),
    changes: [],
    reopenedAfter: 90 * minutes,
  },
  {
    name: 'announced by the sweeper',
    cart: 'cart-',
    changes: [],
    already: [
      {
        functionName: 'create',
        operation: 'Publish',
        about: 'order',
        occurrence: 1,
        kind: 'error-before',
        attempts: 'every',
      },
    ],
  },
];
