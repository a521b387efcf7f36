/** Every tenant that has anything in the table: for a table that was restored, whose counters must all jump (ADR 15). */
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '@bbws/domain/identifiers';
import { makeExpression } from './expression.ts';
import { parsePartition, tenantsPrefix } from './keys.ts';
import type { Table } from './table.ts';

export type TenantsQuery = {
  /** Which part of the table, from 0, of how many. */
  readonly part: number;
  readonly parts: number;
};

/**
 * The tenants with items in one part of the table, each once. A tenant may be in several parts.
 * Table, Scan of keys: half a read unit for each 4 KB of the part. Pages of 1 MB, one after the other.
 */
export const listTenants =
  ({ client, name }: Table) =>
  async ({ part, parts }: TenantsQuery): Promise<readonly TenantId[]> => {
    const x = makeExpression();
    const tenants = new Set<TenantId>();
    for await (const { Items = [] } of paginateScan(
      { client },
      {
        TableName: name,
        Segment: part,
        TotalSegments: parts,
        FilterExpression: `begins_with(${x.path('PK')}, ${x.value(tenantsPrefix)})`,
        ProjectionExpression: x.path('PK'),
        ...x.attributes(),
      },
    ))
      for (const item of Items) tenants.add(parsePartition(item));
    return [...tenants];
  };
