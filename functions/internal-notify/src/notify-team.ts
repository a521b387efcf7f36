/** order.recorded and order.rejected: tells the internal team, once per order and fact (R-EVT-10). */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { RecordedOrder, RejectedOrder } from '@bbws/domain/order';
import type { Effect } from '@bbws/dynamo/effect';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { Mail } from '@bbws/email/render';
import type { SendOrderMail } from '@bbws/email/send-order-mail';
import type { Metrics } from '@bbws/lambda/metrics';
import { once, type OnceDeps } from '@bbws/lambda/once';
import type { Delivery } from '@bbws/lambda/sqs';

export type NotifyTeamDeps = OnceDeps<Effect> & {
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
  readonly writeMail: (order: RecordedOrder | RejectedOrder) => Promise<Mail>;
  readonly sendMail: SendOrderMail;
  /** Who hears of every order. */
  readonly recipient: string;
  readonly metrics: Metrics;
};

/** Returns when the mail is sent, now or before, and when the order is hidden; throws to retry. */
export const notifyTeam =
  (deps: NotifyTeamDeps) =>
  async ({ event, log, signal }: Delivery): Promise<void> => {
    const stored = await deps.readOrder(event.tenantId, event.orderId);
    if (!stored || stored.order.stage === 'accepted')
      throw new Error('The order of this message is not completed');
    const { order } = stored;
    const effect: Effect = {
      tenantId: order.tenantId,
      orderId: order.id,
      name: order.stage === 'recorded' ? 'internal-recorded' : 'internal-rejected',
    };
    if (!order.active) {
      // Not marked done: once the order is shown, a replay of this fact sends the mail.
      deps.metrics.count('MailsWithheld');
      log.warn('Internal mail withheld: the order is hidden', { effect: effect.name });
      return;
    }
    // Before the claim: a mail that cannot be written leaves nothing behind.
    const mail = await deps.writeMail(order);
    const sent = await once(deps, effect, { log, signal }, () =>
      deps.sendMail({ to: deps.recipient, mail, order }),
    );
    deps.metrics.count(sent ? 'MailsSent' : 'Duplicates');
    if (sent) log.info('Internal mail sent', { effect: effect.name });
    else log.warn('Internal mail was sent before', { effect: effect.name });
  };
