/** AP1: one order of a tenant. */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { orderKey } from './keys.ts';
import { parseStoredOrder, type StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';

/**
 * The tenant's order as it is now, hidden or not; `undefined` when there is none.
 * Table, consistent GetItem: one read unit per 4 KB (about 1 for 10 lines, 9 for 100).
 */
export const readOrder =
  ({ client, name }: Table) =>
  async (tenantId: TenantId, id: OrderId): Promise<StoredOrder | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: orderKey(tenantId, id), ConsistentRead: true }),
    );
    return Item && parseStoredOrder(Item);
  };
