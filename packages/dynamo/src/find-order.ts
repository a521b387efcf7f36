/** AP4: an order by its id alone, whichever tenant has it. For order-admin only. */
import type { OrderId } from '@bbws/domain/identifiers';
import { findOwner } from './find-owner.ts';
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
    const tenantId = await findOwner(table)(id);
    return tenantId && readOrder(table)(tenantId, id);
  };
