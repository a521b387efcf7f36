/** An order together with where lists have it, from one read: for an audit. */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { orderStatuses, type OrderStatus } from '@bbws/domain/order-status';
import { byDateKey, byIdKey, byStatusKey, orderKey, outboxKey } from './keys.ts';
import { parseStoredOrder, type StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';

/**
 * Which indexes have the order, by the keys that its item carries: DynamoDB derives the indexes from them. An entry that
 * stands at another place than the order's own counts as none.
 */
export type Listing = {
  readonly byDate: boolean;
  readonly byId: boolean;
  /** The statuses under which it is listed: one at most. */
  readonly byStatus: readonly OrderStatus[];
  /** In the sweeper's index, under the time at which its outbox is due. */
  readonly inOutboxIndex: boolean;
  /** True when the item carries a key of a list index, right or wrong. */
  readonly hasListKeys: boolean;
};

export type ListedOrder = { readonly stored: StoredOrder; readonly listing: Listing };

/**
 * The tenant's order as it is now, hidden or not, and its listing; `undefined` when there is none. Throws `ItemError`.
 * Table, consistent GetItem: one read unit per 4 KB (about 1 for 10 lines, 9 for 100).
 */
export const readListedOrder =
  ({ client, name }: Table) =>
  async (tenantId: TenantId, id: OrderId): Promise<ListedOrder | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: orderKey(tenantId, id), ConsistentRead: true }),
    );
    if (!Item) return undefined;
    const stored = parseStoredOrder(Item);
    return { stored, listing: listingOf(Item, stored) };
  };

type Item = Readonly<Record<string, unknown>>;

const listingOf = (item: Item, { order, outboxDueAt }: StoredOrder): Listing => {
  const { tenantId, id } = order;
  const has = (key: Readonly<Record<string, string>>): boolean =>
    Object.entries(key).every(([attribute, value]) => item[attribute] === value);
  return {
    byDate: has(byDateKey(tenantId, order)),
    byId: has(byIdKey(id)),
    byStatus: orderStatuses.filter((status) => has(byStatusKey(tenantId, status, order))),
    inOutboxIndex: outboxDueAt !== undefined && has(outboxKey(id, outboxDueAt)),
    hasListKeys: [byDateKey(tenantId, order), byStatusKey(tenantId, order.status, order)]
      .flatMap((key) => Object.keys(key))
      .some((attribute) => item[attribute] !== undefined),
  };
};
