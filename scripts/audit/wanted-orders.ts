/** The orders that an audit was asked for: those of a tenant's day, or one by its id. */
import { findOrders } from '@bbws/audit/find-orders';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { dayAfter, startOfDay } from '@bbws/domain/time-zone';
import { findOwner } from '@bbws/dynamo/find-owner';
import type { Table } from '@bbws/dynamo/table';
import { Refusal } from '@bbws/operator/refusal';
import { UsageError } from '../lib/arguments.ts';

export type Wanted = {
  readonly tenantId: TenantId | undefined;
  readonly orderId: OrderId | undefined;
  readonly day: string | undefined;
  readonly hidden: boolean;
  readonly timeZone: string;
};

export type WantedOrders = {
  readonly tenantId: TenantId;
  /** The day that was asked for; absent for a single order. */
  readonly day?: string;
  readonly orderIds: readonly OrderId[];
};

/**
 * Reads nothing but keys, so that damaged orders are found as well; what that costs: see `findOrders` and `findOwner`.
 * @throws UsageError when neither an order nor a day is named; Refusal when no tenant has the order
 */
export const wantedOrders = async (
  table: Table,
  { tenantId, orderId, day, hidden, timeZone }: Wanted,
): Promise<WantedOrders> => {
  if (orderId !== undefined) {
    const owner = tenantId ?? (await findOwner(table)(orderId));
    if (owner !== undefined) return { tenantId: owner, orderIds: [orderId] };
    throw new Refusal(
      `There is no order ${orderId}. With --tenant it is found at once, and without its place in the index.`,
    );
  }
  if (tenantId === undefined || day === undefined)
    throw new UsageError('Name --tenant and --date, or an --order.');
  const orderIds = await findOrders(table)({
    tenantId,
    hidden,
    from: startOfDay(timeZone, day).toISOString(),
    before: startOfDay(timeZone, dayAfter(day)).toISOString(),
  });
  return { tenantId, day, orderIds };
};
