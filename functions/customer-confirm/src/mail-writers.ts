/** What writes the mails to customers. */
import type { LinkKey } from '@bbws/domain/link-key';
import type { RecordedOrder, RejectedOrder, StatusChange } from '@bbws/domain/order';
import type { Mail } from '@bbws/email/render';

export type MailWriters = {
  /** Without a link key the mail has no link to the invoice. */
  readonly confirmation: (order: RecordedOrder, linkKey: LinkKey | undefined) => Promise<Mail>;
  readonly rejected: (order: RejectedOrder) => Promise<Mail>;
  readonly statusUpdate: (order: RecordedOrder, change: StatusChange) => Promise<Mail>;
};
