/** Orders that come one after the other, with good carts. */
import type { Wish } from '../portal/portal.ts';

export type PlainWishes = {
  readonly orders: number;
  /** When the first comes, in ms since 1970. */
  readonly first: number;
  /** Milliseconds from one to the next. */
  readonly every: number;
  readonly tenantId?: string;
  /** Beginning of their keys. */
  readonly name?: string;
  /** Beginning of their carts' ids. */
  readonly cart?: string;
  readonly changes?: Wish['changes'];
};

export const plainWishes = ({
  orders,
  first,
  every,
  tenantId,
  name = 'order',
  cart = 'cart',
  changes = [],
}: PlainWishes): Wish[] =>
  Array.from({ length: orders }, (_, index) => ({
    tenantId: tenantId ?? `tenant-${index % 5}`,
    key: `${name}-${index}`,
    cartId: `${cart}-${name}-${index}`,
    customerEmail: `${name}-${index}@example.com`,
    at: first + index * every,
    changes,
  }));
