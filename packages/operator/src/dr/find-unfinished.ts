/** Where orders may be found whose effects are missing: in the outboxes, and among all that were changed of late. */
import { outboxPartitions } from '@bbws/dynamo/keys';
import { listChangedOrders } from '@bbws/dynamo/list-changed-orders';
import { listDueOutboxes, type DueQuery } from '@bbws/dynamo/list-due-outboxes';
import { joinOrderKeys, type OrderKeys } from '@bbws/dynamo/order-keys';
import type { Table } from '@bbws/dynamo/table';
import { eachPart } from '../each-part.ts';
import type { OrderReference } from '../replay/replay-deps.ts';

/** Later than any outbox is due. */
const endOfTime = '9999-12-31T23:59:59.999Z';
const pageSize = 200;

/**
 * Every order with something in its outbox, due or not: all that are not recorded, and all records without an invoice.
 * OutboxIndex, ten Queries and one more for each 200 orders.
 */
export const withOutbox = async (table: Table): Promise<OrderKeys> => {
  const list = listDueOutboxes(table);
  const found = await Promise.all(
    outboxPartitions.map(async (partition) => {
      const pages: OrderKeys[] = [];
      let query: DueQuery | undefined = { partition, dueBy: endOfTime, limit: pageSize };
      while (query) {
        const page = await list(query);
        pages.push(page);
        query = page.next;
      }
      return joinOrderKeys(pages);
    }),
  );
  return joinOrderKeys(found);
};

/**
 * Every order that was changed at `since` (UTC) or later. Reads the whole table once: see `listChangedOrders`.
 * @param onProgress told how many parts of how many are read
 */
export const changedSince = async (
  table: Table,
  since: string,
  onProgress: (done: number, total: number) => void,
): Promise<OrderKeys> => {
  const list = listChangedOrders(table);
  return joinOrderKeys(
    await eachPart(async (part) => [await list({ since, ...part })], onProgress),
  );
};

/** Each order once. */
export const distinct = (orders: readonly OrderReference[]): readonly OrderReference[] => [
  ...new Map(orders.map((order) => [`${order.tenantId} ${order.id}`, order])).values(),
];
