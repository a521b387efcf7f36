/** Many orders at once: for lists that would take too long to grow by the operations themselves. */
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Order } from '@bbws/domain/order';
import { byDateKey, byIdKey, byStatusKey, orderKey } from '../keys.ts';
import type { Table } from '../table.ts';

/** Most items that one BatchWriteItem takes. */
const batchSize = 25;

const itemOf = (order: Order) => ({
  ...order,
  ...orderKey(order.tenantId, order.id),
  ...byDateKey(order.tenantId, order),
  ...byIdKey(order.id),
  ...byStatusKey(order.tenantId, order.status, order),
  outbox: {},
});

const writeBatch = async ({ client, name }: Table, orders: readonly Order[]): Promise<void> => {
  const { UnprocessedItems } = await client.send(
    new BatchWriteCommand({
      RequestItems: { [name]: orders.map((order) => ({ PutRequest: { Item: itemOf(order) } })) },
    }),
  );
  if (UnprocessedItems?.[name]) throw new Error(`${name} did not take every order of a batch`);
};

/** Writes the orders in any order, all at once, with nothing in their outboxes. A thousand at a time are fine. */
export const writeOrders = async (table: Table, orders: readonly Order[]): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(orders.length / batchSize) }, (_, n) =>
    orders.slice(n * batchSize, (n + 1) * batchSize),
  );
  await Promise.all(batches.map((batch) => writeBatch(table, batch)));
};
