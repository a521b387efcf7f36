/** Which orders have events in their outboxes that are due, for the sweeper. */
import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { makeExpression } from './expression.ts';
import { indexes, outboxesDueEnd, parseOrderKey } from './keys.ts';
import { ItemError } from './parse-item.ts';
import type { Table } from './table.ts';

export type DueQuery = {
  /** One of `outboxPartitions`. */
  readonly partition: string;
  /** UTC time: outboxes due then or before. */
  readonly dueBy: string;
  /** Most orders of a page. */
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: QueryCommandInput['ExclusiveStartKey'];
};

export type DueOrder = { readonly tenantId: TenantId; readonly id: OrderId };

export type DuePage = {
  readonly orders: readonly DueOrder[];
  /** One for each entry that is no order's. The service writes none, but somebody may have. */
  readonly unreadable: readonly ItemError[];
  /** Asks for the page after this one, when there may be one. */
  readonly next?: DueQuery;
};

const addTo = (orders: DueOrder[], unreadable: ItemError[], entry: unknown): void => {
  try {
    orders.push(parseOrderKey(entry));
  } catch (error) {
    if (!(error instanceof ItemError)) throw error;
    unreadable.push(error);
  }
};

/**
 * A page of the orders in one partition of the index whose outboxes are due, the longest due first. Eventually
 * consistent: read an order before acting on it.
 * OutboxIndex, Query: half a read unit per 20 orders, the same for none.
 */
export const listDueOutboxes =
  ({ client, name }: Table) =>
  async (query: DueQuery): Promise<DuePage> => {
    const x = makeExpression();
    const { Items = [], LastEvaluatedKey: after } = await client.send(
      new QueryCommand({
        TableName: name,
        IndexName: indexes.outbox,
        KeyConditionExpression: `${x.path('GSI4_PK')} = ${x.value(query.partition)} AND ${x.path('GSI4_SK')} < ${x.value(outboxesDueEnd(query.dueBy))}`,
        ...x.attributes(),
        Limit: query.limit,
        ExclusiveStartKey: query.after,
      }),
    );
    const orders: DueOrder[] = [];
    const unreadable: ItemError[] = [];
    for (const entry of Items) addTo(orders, unreadable, entry);
    return { orders, unreadable, ...(after && { next: { ...query, after } }) };
  };
