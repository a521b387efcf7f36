/** Which mail, if any, a fact about an order means for its customer (R-EVT-11). */
import type { OrderEvent } from '@bbws/domain/order-event';
import type { Effect } from '@bbws/dynamo/effect';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { Mail } from '@bbws/email/render';
import type { MailWriters } from './mail-writers.ts';

export type CustomerMail = {
  /** What is claimed before the mail is sent, so that it is sent once. */
  readonly effect: Effect;
  /** Writes it. Absent when the fact is superseded: then there is nothing left to send. */
  readonly write: (() => Promise<Mail>) | undefined;
};

/** The mail of this fact; `undefined` when customers are not told of it. Throws when the order is not that far. */
export const customerMail = (
  writers: MailWriters,
  { order, linkKey }: StoredOrder,
  event: OrderEvent,
): CustomerMail | undefined => {
  const effect = { tenantId: order.tenantId, orderId: order.id };
  if (order.stage === 'accepted') throw new Error('The order of this message is not completed');
  if (order.stage === 'rejected')
    return {
      effect: { ...effect, name: 'customer-rejected' },
      write: () => writers.rejected(order),
    };
  if (event.type !== 'order.status-changed')
    return {
      effect: { ...effect, name: 'customer-recorded' },
      write: () => writers.confirmation(order, linkKey),
    };

  const position = order.statusHistory.findIndex(({ version }) => version === event.orderVersion);
  const change = order.statusHistory[position];
  if (!change) throw new Error('The order of this message does not have that version yet');
  // A change of payment details alone leaves the status as it was.
  if (order.statusHistory[position - 1]?.status === change.status) return undefined;
  return {
    effect: { ...effect, name: 'customer-status', version: event.orderVersion },
    write: change.status === order.status ? () => writers.statusUpdate(order, change) : undefined,
  };
};
