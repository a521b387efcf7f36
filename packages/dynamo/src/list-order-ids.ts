/** The orders that a list has of some days, by their keys alone: for an audit, which must not stop at a damaged order. */
import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { OrderStatus } from '@bbws/domain/order-status';
import { makeExpression } from './expression.ts';
import { parseOrderKey } from './keys.ts';
import type { Period } from './list-every-order.ts';
import { keyCondition } from './list-orders.ts';
import type { Table } from './table.ts';

export type ListedPeriod = Period & {
  readonly tenantId: TenantId;
  /** Looks in the list of that status; in the list by date when missing. */
  readonly status?: OrderStatus | undefined;
};

/**
 * The ids of the orders in the list, newest first; of those that do not fit their schema as well.
 * OrdersByDateIndex, or OrdersByStatusIndex under a status; Query of everything in the period: about one read unit per 25
 * orders, in pages of 1 MB. Eventually consistent.
 */
export const listOrderIds =
  ({ client, name }: Table) =>
  async (list: ListedPeriod): Promise<readonly OrderId[]> => {
    const x = makeExpression();
    const ids: OrderId[] = [];
    for await (const { Items = [] } of paginateQuery(
      { client },
      {
        TableName: name,
        ...keyCondition(x, list),
        ProjectionExpression: `${x.path('PK')}, ${x.path('SK')}`,
        ...x.attributes(),
        ScanIndexForward: false,
      },
    ))
      ids.push(...Items.map((item) => parseOrderKey(item).id));
    return ids;
  };
