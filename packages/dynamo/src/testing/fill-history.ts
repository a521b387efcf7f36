/** Gives an order as long a history as it may have: a hundred changes one by one would take a test seconds. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { mostChanges } from '@bbws/domain/order';
import { makeExpression } from '../expression.ts';
import { orderKey } from '../keys.ts';
import { readOrder } from '../read-order.ts';
import type { Table } from '../table.ts';

/** Repeats the order's latest change until its history has that many entries: until it is full, when none is named. */
export const fillHistory =
  (table: Table) =>
  async (tenantId: TenantId, id: OrderId, length: number = mostChanges): Promise<void> => {
    const stored = await readOrder(table)(tenantId, id);
    if (!stored) throw new Error(`No order ${id}`);
    const latest = stored.order.statusHistory.at(-1);
    const x = makeExpression();
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: orderKey(tenantId, id),
        UpdateExpression: `SET ${x.assignments({ statusHistory: Array.from({ length }, () => latest) })}`,
        ...x.attributes(),
      }),
    );
  };
