/** The mails of an order that operators had sent once more: for an audit that counts them. */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import { repeatsKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import { RepeatedMail } from './repeated-mail.ts';
import type { Table } from './table.ts';

const Repeats = v.object({ mails: v.array(RepeatedMail) });

/**
 * What `noteRepeat` noted of the order. Throws `ItemError` when the note does not fit its schema.
 * Table, consistent GetItem: one read unit.
 */
export const listRepeats =
  ({ client, name }: Table) =>
  async (tenantId: TenantId, id: OrderId): Promise<readonly RepeatedMail[]> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: repeatsKey(tenantId, id), ConsistentRead: true }),
    );
    return Item ? parseItem(Repeats, Item, 'A note of repeated mails').mails : [];
  };
