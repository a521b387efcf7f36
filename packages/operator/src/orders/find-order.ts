/** Finds the order that an operator names. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { findOrder } from '@bbws/dynamo/find-order';
import { readOrder } from '@bbws/dynamo/read-order';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { Table } from '@bbws/dynamo/table';
import { Refusal } from '../refusal.ts';

/**
 * The order of that id, hidden or not: of that tenant, or of whichever has it. The search without a tenant goes by an
 * index, which knows an order some moments after it was placed. Half a read unit, and one per 4 KB.
 * @throws Refusal when there is none
 */
export const orderOf = async (
  table: Table,
  id: OrderId,
  tenantId: TenantId | undefined,
): Promise<StoredOrder> => {
  const stored =
    tenantId === undefined ? await findOrder(table)(id) : await readOrder(table)(tenantId, id);
  if (stored) return stored;
  throw new Refusal(
    tenantId === undefined
      ? `There is no order ${id}.`
      : `Tenant ${tenantId} has no order ${id}. Without --tenant it is looked for in every tenant.`,
  );
};
