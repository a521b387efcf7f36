/** Notes that a mail is about to be sent once more because an operator wants it. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { effectExpiry, type Effect } from './effect.ts';
import { makeExpression } from './expression.ts';
import { repeatsKey } from './keys.ts';
import type { RepeatedMail } from './repeated-mail.ts';
import type { Table } from './table.ts';

export type Repeat = {
  /** What SES called the mail that was sent. */
  readonly messageId: string;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
};

/**
 * Adds the mail to the order's repeated ones, which are kept for 90 days after the last, as effects are. A note for a mail
 * that then is not sent again does no harm, nor does a second note of one mail.
 * Table, UpdateItem: one write unit per KB (a mail takes some 100 bytes).
 */
export const noteRepeat =
  ({ client, name: TableName }: Table) =>
  async (
    { tenantId, orderId, name, version }: Effect,
    { messageId, now }: Repeat,
  ): Promise<void> => {
    const x = makeExpression();
    const mails = x.path('mails');
    const mail: RepeatedMail = { name, ...(version !== undefined && { version }), messageId };
    await client.send(
      new UpdateCommand({
        TableName,
        Key: repeatsKey(tenantId, orderId),
        UpdateExpression: `SET ${mails} = list_append(if_not_exists(${mails}, ${x.value([])}), ${x.value([mail])}), ${x.assignments({ expiresAt: effectExpiry(now) })}`,
        ...x.attributes(),
      }),
    );
  };
