/** Which orders have events in their outboxes that are due, for the sweeper. */
import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { makeExpression } from './expression.ts';
import { indexes, outboxesDueEnd } from './keys.ts';
import { orderKeysIn, type OrderKeys } from './order-keys.ts';
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

export type DueOrder = OrderKeys['orders'][number];

export type DuePage = OrderKeys & {
  /** Asks for the page after this one, when there may be one. */
  readonly next?: DueQuery;
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
    return { ...orderKeysIn(Items), ...(after && { next: { ...query, after } }) };
  };
