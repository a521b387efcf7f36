/** The customer is told of a new status. */
import { expectMails } from '../order-mails.ts';
import { noted, type Check } from '../smoke.ts';

export const statusMail: Check = {
  name: 'mail of the payment',
  expects: 'a mail to the customer about the payment',
  run: async (smoke) => {
    const { id, orderNumber } = noted(smoke.notes.recorded, 'a recorded order');
    noted(smoke.notes.paidVersion, 'a paid order');
    const subject = `Order Update: ${orderNumber}`;
    await expectMails(smoke, id, [{ who: 'the customer', subject }]);
    return undefined;
  },
};
