/** wishes-answered: looked at in the end, by what visitors of the portal came for. */
import { orderIdFor } from '@bbws/create/order-id';
import { TenantId } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import type { Breach, History, WishRecord } from '../world/history.ts';

export const wishesAnswered = {
  name: 'wishes-answered',
  promise:
    'Who keeps asking is answered: every order with 202, and every change that its order allows with 200.',
} as const;

/**
 * Rivals want the same of one order: it is enough that one of them was answered, for the other may come too late.
 * @param isBadCart true when an order of that cart is rejected, and allows no change
 */
export const unansweredWishes = (
  { answers, wishes }: Pick<History, 'answers' | 'wishes'>,
  isBadCart: (cartId: string) => boolean,
): Breach[] => {
  const answered = new Set(
    answers.map(({ tenantId, key, operation, orderStatus }) =>
      nameOf({ tenantId, key }, operation === 'create' ? undefined : orderStatus),
    ),
  );
  const wanted = new Map(
    wishes.flatMap((wish) =>
      [undefined, ...(isBadCart(wish.cartId) ? [] : wish.statuses)].map((status) => [
        nameOf(wish, status),
        breachOf(wish, status),
      ]),
    ),
  );
  return [...wanted].flatMap(([name, breach]) => (answered.has(name) ? [] : [breach]));
};

/** @param status what the order is to become; absent where it is to be placed */
const nameOf = (
  { tenantId, key }: Pick<WishRecord, 'tenantId' | 'key'>,
  status: string | undefined,
): string => [tenantId, key, status ?? 'placed'].join(' ');

const breachOf = ({ tenantId, key }: WishRecord, status: string | undefined): Breach => ({
  invariant: wishesAnswered.name,
  orderId: orderIdFor(v.parse(TenantId, tenantId), key),
  message:
    status === undefined ? 'no 202 was answered' : `no 200 was answered to the change to ${status}`,
});
