/** AP4: an order by its id alone, whichever tenant has it. For order-admin only. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderId } from '@bbws/domain/identifiers';
import { makeExpression } from './expression.ts';
import { byIdKey, indexes, parseOrderKey } from './keys.ts';
import { readOrder } from './read-order.ts';
import type { StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';

/**
 * The order of that id; `undefined` when there is none. The index lags behind the table by moments.
 * OrderByIdIndex, Query (half a read unit), then a consistent GetItem (one per 4 KB).
 */
export const findOrder =
  (table: Table) =>
  async (id: OrderId): Promise<StoredOrder | undefined> => {
    const x = makeExpression();
    const { GSI2_PK, GSI2_SK } = byIdKey(id);
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: indexes.byId,
        KeyConditionExpression: `${x.path('GSI2_PK')} = ${x.value(GSI2_PK)} AND ${x.path('GSI2_SK')} = ${x.value(GSI2_SK)}`,
        ...x.attributes(),
      }),
    );
    const [found] = Items;
    if (!found) return undefined;
    const { tenantId } = parseOrderKey(found);
    return readOrder(table)(tenantId, id);
  };
