/** The orders of a storm: many tenants, bursts, bad carts, changes, and two who change the same order at once. */
import { chance } from '../faults/chance.ts';
import type { Change, Wish } from '../portal/portal.ts';
import { badCart } from '../world/cart-api.ts';

export type CrowdOptions = {
  readonly seed: number;
  readonly orders: number;
  readonly tenants: number;
  /** When the first may come, in ms since 1970. */
  readonly start: number;
  /** Milliseconds within which all come. */
  readonly length: number;
};

const minute = 60_000;

const stories: readonly (readonly Change[])[] = [
  [{ status: 'paid', after: 3 * minute }],
  [
    { status: 'paid', after: 2 * minute },
    { status: 'processing', after: 30_000 },
    { status: 'completed', after: 10 * minute },
  ],
  [
    { status: 'paid', after: minute },
    { status: 'refunded', after: minute },
  ],
  [{ status: 'cancelled', after: 20_000 }],
];

const cartOf = (seed: number, index: number): string => {
  const drawn = chance(seed, 'cart', index);
  if (drawn < 0.03) return badCart.unknown;
  return drawn < 0.05 ? badCart.wrongSums : 'cart-';
};

/** How many orders come in the same second, now and then. */
const burst = 8;

/** One wish per order, and a second one of the same key for a rival. */
export const makeCrowd = ({ seed, orders, tenants, start, length }: CrowdOptions): Wish[] =>
  Array.from({ length: orders }, (_, index): Wish[] => {
    const together = chance(seed, 'burst', Math.floor(index / burst)) < 0.5;
    const place = together ? Math.floor(index / burst) * burst : index;
    const wish: Wish = {
      tenantId: `tenant-${Math.floor(chance(seed, 'tenant', place) * tenants)}`,
      key: `order-${index}`,
      cartId: `${cartOf(seed, index)}order-${index}`,
      customerEmail: `customer-${index}@example.com`,
      at: start + Math.floor(chance(seed, 'time', place) * length),
      changes:
        chance(seed, 'changes', index) < 0.4
          ? (stories[Math.floor(chance(seed, 'story', index) * stories.length)] ?? [])
          : [],
    };
    return chance(seed, 'rival', index) < 0.05 ? [wish, wish] : [wish];
  }).flat();
