/** Mails say what happened, to whom it happened. Only an inbox can tell. */
import type { Order } from '@bbws/domain/order';
import { nameOfMail } from '@bbws/domain/due-mails';
import type { MailFact } from '../facts.ts';
import { changesIn, isMove, rejectionsIn } from '@bbws/domain/order-life';
import type { Finding, Invariant } from '../invariant.ts';

export const mailsTrue: Invariant = {
  name: 'mails-true',
  promise:
    'No mail tells of what did not happen, and none about an order goes to another customer.',
  seenInAccounts: 'nothing: only the local AWS has an inbox',
  check: ({ stored, unreadable, mails = [] }) =>
    mails.flatMap((mail): Finding[] => {
      // Of a record that cannot be read nobody knows what happened.
      if (!stored && unreadable !== undefined) return [];
      if (!stored)
        return [{ message: `${nameOfMail(mail)}: sent about an order without a record.` }];
      const { order } = stored;
      if (!happened(order, mail))
        return [{ message: `${nameOfMail(mail)}: sent, but it did not happen.` }];
      // Nobody knows any more to whom a mail about an erased order had to go.
      return mail.kind.startsWith('customer') &&
        order.erasedAt === undefined &&
        mail.to !== order.customerEmail
        ? [{ message: `${nameOfMail(mail)}: sent to another address than the customer’s.` }]
        : [];
    }),
};

const happened = (order: Order, { kind, version }: MailFact): boolean => {
  switch (kind) {
    case 'internal-recorded':
    case 'customer-recorded':
      return order.stage === 'recorded';
    case 'internal-rejected':
    case 'customer-rejected':
      return rejectionsIn(order.statusHistory) > 0;
    case 'customer-status':
      return (
        order.stage === 'recorded' &&
        changesIn(order.statusHistory).some(
          (step) => isMove(step) && (version === undefined || version === step.to.version),
        )
      );
  }
};
