/** Posts orders to the API, all at once. */
import { aCreateOrderRequest } from '@bbws/api/testing/requests';
import { sampleCarts } from '@bbws/local-aws/cart-stub/sample-carts';
import type { LocalService } from '@bbws/local-aws/service';
import * as v from 'valibot';
import type { Follower } from './stages.ts';

const Accepted = v.object({
  data: v.object({ orderId: v.string(), orderNumber: v.string() }),
});

export type PlacedOrder = v.InferOutput<typeof Accepted>['data'];

const names = ['Thandi Sample', 'Johan Voorbeeld', 'Sipho Isibonelo', 'Mary Example'];

/** The body of the `index`-th order: invented people, and the sample carts in turn. */
const orderBody = (index: number) => {
  const carts = [...sampleCarts.keys()];
  return aCreateOrderRequest({
    // The first order is the one that people look at: one with a campaign shows everything.
    cartId: index === 0 ? 'cart-campaign' : carts[index % carts.length],
    customerEmail: `customer-${index + 1}@example.com`,
    customerName: names[index % names.length],
  });
};

/** Posts `count` orders as one tenant and follows them; throws when one is not accepted. */
export const placeOrders = async (
  service: Pick<LocalService, 'apiUrl' | 'token'>,
  follower: Follower,
  count: number,
): Promise<PlacedOrder[]> => {
  const token = await service.token();
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const postedAt = Date.now();
      const response = await fetch(`${service.apiUrl}/v1.0/orders`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(orderBody(index)),
      });
      const text = await response.text();
      if (response.status !== 202)
        throw new Error(`POST /v1.0/orders answered ${String(response.status)}: ${text}`);
      const { data } = v.parse(v.pipe(v.string(), v.parseJson(), Accepted), text);
      follower.follow(data.orderId, postedAt, Date.now());
      return data;
    }),
  );
};
