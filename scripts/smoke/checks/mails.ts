/** Team and customer are told of an order, once each. */
import { expectMails } from '../order-mails.ts';
import { Mismatch } from '../outcome.ts';
import { noted, type Check } from '../smoke.ts';

export const mails: Check = {
  name: 'mails',
  expects: 'a mail to the team and one to the customer',
  run: async (smoke) => {
    const { id, orderNumber } = noted(smoke.notes.recorded, 'a recorded order');
    const confirmation = `Order Confirmation: ${orderNumber}`;
    const sent = await expectMails(smoke, id, [
      { who: 'the team', subject: `New Order Received: ${orderNumber}` },
      { who: 'the customer', subject: confirmation },
    ]);
    const { to = [] } = sent.find(({ subject }) => subject === confirmation) ?? {};
    if (to.join() !== smoke.order.customerEmail)
      throw new Mismatch('the confirmation at the address of the order', 'another address');
    return undefined;
  },
};
