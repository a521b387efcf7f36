/** rightly-rejected: looked at in the end, by the carts that orders were placed with. */
import type { Order } from '@bbws/domain/order';
import type { Breach, History } from '../world/history.ts';

export const rightlyRejected = {
  name: 'rightly-rejected',
  promise:
    'An order is rejected when its cart is unknown or does not add up, and only then: a fault of the Cart API rejects none.',
} as const;

export type Outcomes = {
  /** The stage of the order of that id in the end; `undefined` when there is none. */
  readonly stageOf: (orderId: string) => Order['stage'] | undefined;
  readonly isBadCart: (cartId: string) => boolean;
};

/** Orders that are only accepted, or missing, break other promises. */
export const wrongOutcomes = (
  { answers, wishes }: Pick<History, 'answers' | 'wishes'>,
  { stageOf, isBadCart }: Outcomes,
): Breach[] => {
  const carts = new Map(wishes.map(({ tenantId, key, cartId }) => [`${tenantId} ${key}`, cartId]));
  const cartOf = new Map(
    answers.flatMap(({ orderId, tenantId, key }) => {
      const cartId = carts.get(`${tenantId} ${key}`);
      return cartId === undefined ? [] : [[orderId, cartId] as const];
    }),
  );
  return [...cartOf].flatMap(([orderId, cartId]) => {
    const stage = stageOf(orderId);
    const wrong = isBadCart(cartId) ? 'recorded' : 'rejected';
    return stage === wrong
      ? [
          {
            invariant: rightlyRejected.name,
            orderId,
            message: `the order is ${wrong}, and its cart is ${wrong === 'recorded' ? 'bad' : 'good'}`,
          },
        ]
      : [];
  });
};
