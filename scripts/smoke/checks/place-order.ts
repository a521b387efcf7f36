/** An order is accepted at once, with its number and where it can be followed. */
import { expectHeader } from '../answer.ts';
import { Mismatch } from '../outcome.ts';
import type { Check } from '../smoke.ts';

export const placeOrder: Check = {
  name: 'order placed',
  expects: '202 with an order number',
  run: async ({ api, user, order, newId, notes }) => {
    const key = `smoke-${newId()}`;
    const accepted = await user.client.createOrder(order, { idempotencyKey: key });
    notes.placed = { ...accepted, key };
    const [answer] = api.answers.slice(-1);
    if (answer) {
      expectHeader(answer, 'Location', new RegExp(`/v1\\.0/orders/${accepted.orderId}$`));
      expectHeader(answer, 'Retry-After', /^\d+$/);
    }
    if (!/^ORD-\d{8}-[A-Z]?\d{5,}$/.test(accepted.orderNumber))
      throw new Mismatch('a number like ORD-20261120-00001', accepted.orderNumber);
    return accepted.orderNumber;
  },
};
