/** The same key gives the same order, and never another one. */
import { expectAnswer } from '../answer.ts';
import { Mismatch } from '../outcome.ts';
import { noted, type Check } from '../smoke.ts';

export const replay: Check = {
  name: 'replay',
  expects: 'the same order for the same Idempotency-Key, 422 with another body',
  run: async ({ api, user, order, notes }) => {
    const { orderId, orderNumber, key } = noted(notes.placed, 'an order');
    const again = await user.client.createOrder(order, { idempotencyKey: key });
    if (again.orderId !== orderId || again.orderNumber !== orderNumber)
      throw new Mismatch(`order ${orderNumber} again`, `another order, ${again.orderNumber}`);
    if (!again.replayed) throw new Mismatch('Idempotent-Replayed: true', 'no such header');

    const other = await api.call('POST', '/v1.0/orders', {
      token: user.token,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: { ...order, customerName: 'Smoke Test, another body' },
    });
    expectAnswer(other, 422, 'IDEMPOTENCY_KEY_REUSED');
    return undefined;
  },
};
