/** All orders of a list, page by page. */
import type { OrderClient } from '../order-client.ts';

/** Asks for the next page only when an order of it is wanted. */
export const makeOrders = (listOrders: OrderClient['listOrders']): OrderClient['orders'] =>
  async function* (tenantId, query = {}, options) {
    let next = query;
    for (;;) {
      const { orders, pagination } = await listOrders(tenantId, next, options);
      yield* orders;
      if (!pagination.moreAvailable || pagination.nextToken === null) return;
      next = { ...query, startAt: pagination.nextToken };
    }
  };
