/** Sends a mail about an order, marked with the order's id so that it can be found again. */
import type { OrderId } from '@bbws/domain/identifiers';
import type { Mail } from './render.ts';
import { sendMail, type SendMailDeps } from './send.ts';

export type SendOrderMail = (about: {
  readonly order: { readonly id: OrderId };
  /** One bare e-mail address. */
  readonly to: string;
  readonly mail: Mail;
}) => Promise<{ messageId: string }>;

/** As sendMail, with the order's id as header `X-BBWS-Order-Id` and as message tag `orderId`. */
export const sendOrderMail = (deps: SendMailDeps): SendOrderMail => {
  const send = sendMail(deps);
  return ({ order, to, mail }) =>
    send({ to, mail, headers: { 'X-BBWS-Order-Id': order.id }, tags: { orderId: order.id } });
};
