/** Which orders a tenant has of some days: what an audit looks at. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { orderStatuses } from '@bbws/domain/order-status';
import { listEveryOrder, type Period } from '@bbws/dynamo/list-every-order';
import { listOrderIds } from '@bbws/dynamo/list-order-ids';
import type { Table } from '@bbws/dynamo/table';

export type OrderSearch = Period & {
  readonly tenantId: TenantId;
  /** Looks at every order of the tenant, so that hidden ones are found as well; costs in proportion to their number. */
  readonly hidden?: boolean | undefined;
};

/**
 * The orders that the list by date or the list of any status has: one that is missing in the first is found in the
 * others. Looks at keys alone: a damaged order is found like any other. Eight Queries at least, twice one read unit per 25
 * orders; for `hidden` see `listEveryOrder`.
 */
export const findOrders =
  (table: Table) =>
  async ({ tenantId, from, before, hidden = false }: OrderSearch): Promise<OrderId[]> => {
    const listed = await Promise.all(
      [undefined, ...orderStatuses].map((status) =>
        listOrderIds(table)({ tenantId, from, before, status }),
      ),
    );
    const every = hidden ? await listEveryOrder(table)(tenantId, { from, before }) : [];
    return [...new Set([...listed.flat(), ...every])];
  };
