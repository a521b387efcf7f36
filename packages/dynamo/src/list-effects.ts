/** The effects of one order: which mails were claimed, and which are done. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import { effectNames, StoredEffect } from './effect.ts';
import { makeExpression } from './expression.ts';
import { effectsPrefix, parseEffectKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

const ListedEffect = v.object({
  ...v.omit(StoredEffect, ['token']).entries,
  name: v.picklist(effectNames),
  version: v.optional(v.number()),
  /** What SES called the mail; absent while it is not sent, and when it was left out. */
  messageId: v.optional(v.string()),
});

/** An effect as it stands in the table, without the token of whoever claimed it. */
export type EffectFact = Readonly<v.InferOutput<typeof ListedEffect>>;

/**
 * The order's effects, claimed or done, by name and version; none that were done more than 90 days ago. Throws
 * `ItemError` for one that does not fit its schema.
 * Table, consistent Query: one read unit (an order has a few effects of some 200 bytes, at most about a hundred).
 */
export const listEffects =
  ({ client, name }: Table) =>
  async (tenantId: TenantId, id: OrderId): Promise<readonly EffectFact[]> => {
    const x = makeExpression();
    const { PK, SK } = effectsPrefix(tenantId, id);
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: `${x.path('PK')} = ${x.value(PK)} AND begins_with(${x.path('SK')}, ${x.value(SK)})`,
        ...x.attributes(),
        ConsistentRead: true,
      }),
    );
    return Items.map((item) =>
      parseItem(ListedEffect, { ...item, ...parseEffectKey(item) }, 'An effect'),
    );
  };
