/**
 * The orders of every tenant that were changed since a moment: for disaster recovery, and nothing else. No index knows this,
 * so it is the one Scan of the service; an operator runs it, by hand, once.
 */
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { makeExpression } from './expression.ts';
import { orderKeysIn, type OrderKeys } from './order-keys.ts';
import type { Table } from './table.ts';

export type ChangedQuery = {
  /** UTC time; orders that were changed then or later. */
  readonly since: string;
  /** Which part of the table, from 0, of how many. */
  readonly part: number;
  readonly parts: number;
};

/**
 * The orders in one part of the table, in no order, whatever else is wrong with them.
 * Table, Scan with a filter: half a read unit for each 4 KB of the part, whatever is found; for a million orders of 10
 * lines with their mails about half a million units in all parts together. Pages of 1 MB, one after the other.
 */
export const listChangedOrders =
  ({ client, name }: Table) =>
  async ({ since, part, parts }: ChangedQuery): Promise<OrderKeys> => {
    const x = makeExpression();
    const entries: unknown[] = [];
    for await (const { Items = [] } of paginateScan(
      { client },
      {
        TableName: name,
        Segment: part,
        TotalSegments: parts,
        FilterExpression: `begins_with(${x.path('SK')}, ${x.value('ORDER#')}) AND ${x.path('dateLastUpdated')} >= ${x.value(since)}`,
        ProjectionExpression: `${x.path('PK')}, ${x.path('SK')}`,
        ...x.attributes(),
      },
    ))
      entries.push(...Items);
    return orderKeysIn(entries);
  };
