/** An order stands in the list of its tenant. */
import { noted, type Check } from '../smoke.ts';

export const listed: Check = {
  name: 'listed',
  expects: 'the order is on the first page of its tenant',
  run: async ({ user, notes, wait }) => {
    const { orderId } = noted(notes.placed, 'an order');
    let seen = 0;
    await wait.until(
      'the order on the first page',
      () => `${seen} others`,
      async () => {
        // A list lags behind by moments.
        const { orders } = await user.client.listOrders(user.tenantId, { pageSize: 100 });
        seen = orders.length;
        return orders.some(({ id }) => id === orderId) ? true : undefined;
      },
    );
    return undefined;
  },
};
