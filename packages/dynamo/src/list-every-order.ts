/** A tenant's orders of some days, hidden ones included: for an audit, which must not rely on the indexes. */
import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { makeExpression } from './expression.ts';
import { ordersPrefix, parseOrderKey } from './keys.ts';
import type { Table } from './table.ts';

export type Period = {
  /** Only orders created at or after this UTC time. */
  readonly from: string;
  /** Only orders created before this UTC time. */
  readonly before: string;
};

/**
 * The ids of the tenant's orders that were created in the period, in no order.
 * Table, Query over all orders that the tenant ever placed, and a filter: half a read unit per 4 KB of all of them (about
 * 400 units for 1,000 orders of 10 lines), in pages of 1 MB.
 */
export const listEveryOrder =
  ({ client, name }: Table) =>
  async (tenantId: TenantId, { from, before }: Period): Promise<readonly OrderId[]> => {
    const x = makeExpression();
    const { PK, SK } = ordersPrefix(tenantId);
    const created = x.path('dateCreated');
    const ids: OrderId[] = [];
    for await (const { Items = [] } of paginateQuery(
      { client },
      {
        TableName: name,
        KeyConditionExpression: `${x.path('PK')} = ${x.value(PK)} AND begins_with(${x.path('SK')}, ${x.value(SK)})`,
        FilterExpression: `${created} >= ${x.value(from)} AND ${created} < ${x.value(before)}`,
        ProjectionExpression: `${x.path('PK')}, ${x.path('SK')}`,
        ...x.attributes(),
      },
    ))
      ids.push(...Items.map((item) => parseOrderKey(item).id));
    return ids;
  };
