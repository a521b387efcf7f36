/** Which orders a tenant has of some days: what an audit looks at. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { orderStatuses, type OrderStatus } from '@bbws/domain/order-status';
import { listEveryOrder, type Period } from '@bbws/dynamo/list-every-order';
import type { Position } from '@bbws/dynamo/keys';
import { listOrders } from '@bbws/dynamo/list-orders';
import type { Table } from '@bbws/dynamo/table';

export type OrderSearch = Period & {
  readonly tenantId: TenantId;
  /** Looks at every order of the tenant, so that hidden ones are found as well; costs in proportion to their number. */
  readonly hidden?: boolean | undefined;
};

/**
 * The orders that the list by date or the list of any status has: one that is missing in the first is found in the
 * others. Eight Queries at least, twice one read unit per 25 orders; for `hidden` see `listEveryOrder`.
 */
export const findOrders =
  (table: Table) =>
  async ({ tenantId, from, before, hidden = false }: OrderSearch): Promise<OrderId[]> => {
    const listed = await Promise.all(
      [undefined, ...orderStatuses].map((status) =>
        everyPage(table, { tenantId, from, before }, status),
      ),
    );
    const every = hidden ? await listEveryOrder(table)(tenantId, { from, before }) : [];
    return [...new Set([...listed.flat(), ...every])];
  };

const everyPage = async (
  table: Table,
  search: OrderSearch,
  status: OrderStatus | undefined,
): Promise<OrderId[]> => {
  const ids: OrderId[] = [];
  let after: Position | undefined;
  do {
    const page = await listOrders(table)({ ...search, status, after, pageSize: 100 });
    ids.push(...page.orders.map(({ id }) => id));
    after = page.next;
  } while (after);
  return ids;
};
