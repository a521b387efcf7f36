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
  readonly already: readonly SingleFault[];
};

const minutes = 60_000;

export const flows: readonly Flow[] = [
  {
    name: 'recorded, then paid',
    cart: 'cart-',
    changes: [{ status: 'paid', after: 5 * minutes }],
    already: [],
  },
  { name: 'rejected', cart: badCart.unknown, changes: [], already: [] },
  {
    name: 'announced by the sweeper',
    cart: 'cart-',
    changes: [],
    already: [
      {
        functionName: 'create',
        operation: 'Publish',
        occurrence: 1,
        kind: 'error-before',
        attempts: 'every',
      },
    ],
  },
];
