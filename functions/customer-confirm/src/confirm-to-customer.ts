/** Writes to the customer, once per fact. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { Order } from '@bbws/domain/order';
import type { Effect } from '@bbws/dynamo/effect';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { mailRefused } from '@bbws/email/refusal';
import type { SendOrderMail } from '@bbws/email/send-order-mail';
import type { Log } from '@bbws/lambda/log';
import { PermanentFailure } from '@bbws/lambda/message';
import type { Metrics } from '@bbws/lambda/metrics';
import { once, type OnceDeps } from '@bbws/lambda/once';
import type { Delivery } from '@bbws/lambda/sqs';
import { customerMail } from './customer-mail.ts';
import type { MailWriters } from './mail-writers.ts';

export type ConfirmDeps = OnceDeps<Effect> & {
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
  readonly writers: MailWriters;
  readonly sendMail: SendOrderMail;
  /** Notes on the order when its customer's address was refused for good. */
  readonly noteRefusedAddress: (tenantId: TenantId, id: OrderId, at: string) => Promise<void>;
  readonly metrics: Metrics;
};

/**
 * Returns when the mail is sent, now or before, when none is due, and when the order is hidden; throws to retry, and
 * `PermanentFailure` when SES will never take the mail, after that was noted on the order.
 */
export const confirmToCustomer =
  (deps: ConfirmDeps) =>
  async ({ event, log, signal }: Delivery): Promise<void> => {
    const stored = await deps.readOrder(event.tenantId, event.orderId);
    if (!stored) throw new Error('The order of this message is not in the table');
    const { order } = stored;
    const due = customerMail(deps.writers, stored, event);
    if (!due) {
      log.info('Customers are not told of this change');
      return;
    }
    const { effect, write } = due;
    if (!order.active) {
      // Not marked done: once the order is shown, a replay of this fact sends the mail.
      deps.metrics.count('MailsWithheld');
      log.warn('Customer mail withheld: the order is hidden', { effect: effect.name });
      return;
    }
    // Before the claim: a mail that cannot be written leaves nothing behind.
    const mail = await write?.();
    const made = await notingRefusal(deps, order, log, () =>
      once(deps, effect, { log, signal }, async () =>
        mail ? deps.sendMail({ to: order.customerEmail, mail, order }) : {},
      ),
    );
    if (!made) {
      deps.metrics.count('Duplicates');
      log.warn('Customer mail was sent before', { effect: effect.name });
    } else if (mail) {
      deps.metrics.count('MailsSent');
      log.info('Customer mail sent', { effect: effect.name });
    } else
      log.info('Customer mail left out: the status has changed since', { effect: effect.name });
  };

/** Runs `send`. When the address is refused for good the order says so before the message goes to the dead-letter queue. */
const notingRefusal = async <Result>(
  { noteRefusedAddress, metrics, now }: ConfirmDeps,
  { tenantId, id }: Order,
  log: Log,
  send: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await send();
  } catch (error) {
    if (error instanceof PermanentFailure && error.reason === mailRefused) {
      // When the note fails the message is retried: the refusal comes again, and the note with it.
      await noteRefusedAddress(tenantId, id, now().toISOString());
      metrics.count('MailsRefused');
      log.warn('The address of the customer was refused, which is noted on the order');
    }
    throw error;
  }
};
