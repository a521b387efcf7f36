/** Writes to the customer, once per fact. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { Effect } from '@bbws/dynamo/effect';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { SendOrderMail } from '@bbws/email/send-order-mail';
import type { Metrics } from '@bbws/lambda/metrics';
import { once, type OnceDeps } from '@bbws/lambda/once';
import type { Delivery } from '@bbws/lambda/sqs';
import { customerMail } from './customer-mail.ts';
import type { MailWriters } from './mail-writers.ts';

export type ConfirmDeps = OnceDeps<Effect> & {
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
  readonly writers: MailWriters;
  readonly sendMail: SendOrderMail;
  readonly metrics: Metrics;
};

/** Returns when the mail is sent, now or before, or none is due; throws to retry. */
export const confirmToCustomer =
  (deps: ConfirmDeps) =>
  async ({ event, log }: Delivery): Promise<void> => {
    const stored = await deps.readOrder(event.tenantId, event.orderId);
    if (!stored) throw new Error('The order of this message is not in the table');
    const { order } = stored;
    const due = customerMail(deps.writers, stored, event);
    if (!due) {
      log.info('Customers are not told of this change');
      return;
    }
    const { effect, mail } = due;
    const made = await once(deps, effect, log, async () =>
      mail ? deps.sendMail({ to: order.customerEmail, mail, order }) : {},
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
