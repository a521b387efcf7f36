/** The order that a signed-in caller asks for, when it is one that they may see. */
import { OrderPath } from '@bbws/api/schemas/order-path';
import { adminGroup, type Caller } from '@bbws/lambda/caller';
import { DomainError } from '@bbws/domain/domain-error';
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { Order } from '@bbws/domain/order';
import { parseRequest } from '@bbws/domain/parse';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { HttpRequest } from '@bbws/lambda/http-request';

export type VisibleOrderDeps = {
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
  /** Reads across tenants; for order-admin only. */
  readonly findOrder: (id: OrderId) => Promise<StoredOrder | undefined>;
};

/**
 * The order in the path. Throws `INVALID_REQUEST`, or `ORDER_NOT_FOUND`, in the same words, when it is missing, hidden or
 * another tenant's; members of order-admin see every tenant's.
 */
export const visibleOrder = async (
  { readOrder, findOrder }: VisibleOrderDeps,
  { caller, path }: { readonly caller: Caller; readonly path: HttpRequest['path'] },
): Promise<Order> => {
  const { orderId } = parseRequest(OrderPath, path, 'path');
  // The index of all tenants lags behind the table: also an admin reads their own tenant's orders by their key.
  const own = await readOrder(caller.tenantId, orderId);
  const stored = own ?? (caller.groups.includes(adminGroup) ? await findOrder(orderId) : undefined);
  if (!stored?.order.active)
    throw new DomainError('ORDER_NOT_FOUND', 'There is no order of that id.');
  return stored.order;
};
