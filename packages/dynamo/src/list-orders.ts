/** AP2, AP3 and AP5: a tenant's orders, newest first, all of them or those of one status or of some days. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { CurrencyCode } from '@bbws/domain/currency';
import { OrderId, type TenantId } from '@bbws/domain/identifiers';
import { Amount } from '@bbws/domain/money';
import { OrderNumber } from '@bbws/domain/order-number';
import { OrderStatus } from '@bbws/domain/order-status';
import { UtcTimestamp } from '@bbws/domain/timestamp';
import * as v from 'valibot';
import { makeExpression } from './expression.ts';
import { byDateKey, byStatusKey, indexes, orderKey, type Position } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

/** The fields that the list indexes carry. */
export const OrderSummary = v.object({
  id: OrderId,
  orderNumber: OrderNumber,
  status: OrderStatus,
  /** Absent until the order is recorded. */
  total: v.optional(Amount),
  currency: v.optional(CurrencyCode),
  dateCreated: UtcTimestamp,
});
export type OrderSummary = v.InferOutput<typeof OrderSummary>;

export type OrderQuery = {
  readonly tenantId: TenantId;
  readonly status?: OrderStatus | undefined;
  /** Only orders created at or after this UTC time. */
  readonly from?: string | undefined;
  /** Only orders created before this UTC time. */
  readonly before?: string | undefined;
  /** 1 to 100. */
  readonly pageSize: number;
  /** Only orders that come after this position in the list. */
  readonly after?: Position | undefined;
};

export type OrderPage = {
  readonly orders: readonly OrderSummary[];
  /** Position of the last order of the page, when there are more. */
  readonly next?: Position;
};

/**
 * One page, full unless it is the last.
 * OrdersByDateIndex, or OrdersByStatusIndex under a status; one Query of pageSize + 1 entries: about one read unit
 * per 25 orders, whatever the tenant's number of orders. Eventually consistent.
 */
export const listOrders =
  ({ client, name }: Table) =>
  async ({ pageSize, ...query }: OrderQuery): Promise<OrderPage> => {
    const x = makeExpression();
    const { Items } = await client.send(
      new QueryCommand({
        TableName: name,
        ...keyCondition(x, query),
        ...x.attributes(),
        ...(query.after && { ExclusiveStartKey: startKey(query, query.after) }),
        ScanIndexForward: false,
        // One more than the page tells whether there is a next one; no empty last page.
        Limit: pageSize + 1,
      }),
    );
    const found = parseItem(v.array(OrderSummary), Items, 'A list of orders');
    const orders = found.slice(0, pageSize);
    const last = orders.at(-1);
    return found.length > pageSize && last
      ? { orders, next: { dateCreated: last.dateCreated, id: last.id } }
      : { orders };
  };

// Every time in a key is followed by `#`: between these bounds lies each one, and `before` itself lies outside.
const [beginningOfTime, endOfTime] = ['0000', '9999'];

/** The index of a list, and the condition for the part of it that is asked for. */
export const keyCondition = (
  x: ReturnType<typeof makeExpression>,
  { tenantId, status, from, before }: Omit<OrderQuery, 'pageSize' | 'after'>,
) => {
  const anywhere = {
    dateCreated: '',
    id: v.parse(OrderId, '00000000-0000-4000-8000-000000000000'),
  };
  const [index, hash, range, partition] =
    status === undefined
      ? [indexes.byDate, 'GSI1_PK', 'GSI1_SK', byDateKey(tenantId, anywhere).GSI1_PK]
      : [indexes.byStatus, 'GSI3_PK', 'GSI3_SK', byStatusKey(tenantId, status, anywhere).GSI3_PK];
  return {
    IndexName: index,
    KeyConditionExpression: `${x.path(hash)} = ${x.value(partition)} AND ${x.path(range)} BETWEEN ${x.value(from ?? beginningOfTime)} AND ${x.value(before ?? endOfTime)}`,
  };
};

const startKey = ({ tenantId, status }: Omit<OrderQuery, 'pageSize'>, after: Position) => ({
  ...orderKey(tenantId, after.id),
  ...(status === undefined ? byDateKey(tenantId, after) : byStatusKey(tenantId, status, after)),
});
