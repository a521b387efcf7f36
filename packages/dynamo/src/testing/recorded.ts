/** An order on its way: accepted, and recorded or rejected, by the operations themselves. */
import { acceptOrder } from '../accept-order.ts';
import { completeOrder } from '../complete-order.ts';
import { removeFromOutbox } from '../outbox.ts';
import { readOrder } from '../read-order.ts';
import type { StoredOrder } from '../stored-order.ts';
import type { Table } from '../table.ts';
import { acceptanceOf, completionOf } from './samples.ts';

/** The order as it is now; throws when there is none. */
export const storedOrder = async (
  table: Table,
  { tenantId, id }: Pick<StoredOrder['order'], 'tenantId' | 'id'>,
): Promise<StoredOrder> => {
  const stored = await readOrder(table)(tenantId, id);
  if (!stored) throw new Error(`No order ${id}`);
  return stored;
};

/** Accepts and records a new order; its outbox holds `order.recorded`. */
export const recordedOrder = async (table: Table, changes: object = {}): Promise<StoredOrder> => {
  const acceptance = acceptanceOf(changes);
  await acceptOrder(table)(acceptance);
  await completeOrder(table)(completionOf(acceptance));
  return storedOrder(table, acceptance.order);
};

/** Accepts and rejects a new order; everybody has heard of it, and nothing is under way. */
export const rejectedOrder = async (table: Table): Promise<StoredOrder['order']> => {
  const acceptance = acceptanceOf();
  const completion = completionOf(acceptance, 'rejected');
  await acceptOrder(table)(acceptance);
  await completeOrder(table)(completion);
  await removeFromOutbox(table)(completion.event);
  return acceptance.order;
};
