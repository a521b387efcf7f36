/** What writes the mails to customers. */
import type { RecordedOrder, RejectedOrder, StatusChange } from '@bbws/domain/order';
import type { Mail } from '@bbws/email/render';

export type MailWriters = {
  readonly confirmation: (order: RecordedOrder) => Mail;
  readonly rejected: (order: RejectedOrder) => Mail;
  readonly statusUpdate: (order: RecordedOrder, change: StatusChange) => Mail;
};
