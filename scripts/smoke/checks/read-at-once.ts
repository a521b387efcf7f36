/** An order can be read as soon as it is accepted, in a version that a change can name. */
import { expectHeader } from '../answer.ts';
import { Mismatch } from '../outcome.ts';
import { noted, type Check } from '../smoke.ts';

export const readAtOnce: Check = {
  name: 'readable at once',
  expects: '200 right after 202, with its version as ETag',
  run: async ({ api, user, notes }) => {
    const { orderId, orderNumber } = noted(notes.placed, 'an order');
    const { order } = await user.client.getOrder(orderId);
    const [answer] = api.answers.slice(-1);
    if (answer) expectHeader(answer, 'ETag', new RegExp(`^"${order.version}"$`));
    if (order.orderNumber !== orderNumber)
      throw new Mismatch(`number ${orderNumber}`, order.orderNumber);
    return undefined;
  },
};
