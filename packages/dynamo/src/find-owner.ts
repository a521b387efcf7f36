/** Whose an order is, by its id alone: for operators. Looks at keys only, so that a damaged order has an owner as well. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { makeExpression } from './expression.ts';
import { byIdKey, indexes, parseOrderKey } from './keys.ts';
import type { Table } from './table.ts';

/**
 * The tenant that has the order; `undefined` when none has. The index lags behind the table by moments.
 * OrderByIdIndex, Query: half a read unit.
 */
export const findOwner =
  ({ client, name }: Table) =>
  async (id: OrderId): Promise<TenantId | undefined> => {
    const x = makeExpression();
    const { GSI2_PK, GSI2_SK } = byIdKey(id);
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        IndexName: indexes.byId,
        KeyConditionExpression: `${x.path('GSI2_PK')} = ${x.value(GSI2_PK)} AND ${x.path('GSI2_SK')} = ${x.value(GSI2_SK)}`,
        ...x.attributes(),
      }),
    );
    const [found] = Items;
    return found && parseOrderKey(found).tenantId;
  };
