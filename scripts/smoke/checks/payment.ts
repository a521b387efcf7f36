/** An order can be paid: a new version, and nothing new when it is said twice. */
import { OrderApiError, type OrderChange } from '@bbws/client';
import { Mismatch, NotChecked } from '../outcome.ts';
import { noted, type Check } from '../smoke.ts';

export const payment: Check = {
  name: 'payment',
  expects: '200 with status paid and the next version',
  run: async ({ user, notes }) => {
    const { id } = noted(notes.recorded, 'a recorded order');
    const before = await user.client.getOrder(id);
    const change: OrderChange = {
      status: 'paid',
      paymentDetails: {
        method: 'EFT',
        transactionId: 'smoke-test',
        paidAt: before.order.dateCreated,
      },
    };
    const options = { ifMatch: before.etag };
    const paid = await user.client.updateOrder(id, change, options).catch((error: unknown) => {
      if (error instanceof OrderApiError && error.code === 'STATUS_NOT_PERMITTED')
        throw new NotChecked("the token's groups may not set paid (order_update_groups)");
      throw error;
    });
    notes.paidVersion = paid.order.version;
    const again = await user.client.updateOrder(id, change);

    const wanted = before.order.version + 1;
    const seen = [paid, again].map(({ order }) => `${order.status} version ${order.version}`);
    if (seen.some((words) => words !== `paid version ${wanted}`))
      throw new Mismatch(`paid version ${wanted}, also when it is said twice`, seen.join(', '));
    return undefined;
  },
};
