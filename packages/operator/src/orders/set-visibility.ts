/** Hides an order, or shows it again, whoever else is at it (R-DAT-08). */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { hideOrder } from '@bbws/dynamo/hide-order';
import { readOrder } from '@bbws/dynamo/read-order';
import { showOrder } from '@bbws/dynamo/show-order';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { Table } from '@bbws/dynamo/table';
import { operatorChange, rounds } from '../operator-change.ts';
import { Refusal } from '../refusal.ts';

export const visibilityDeps = (table: Table) => ({
  readOrder: readOrder(table),
  hideOrder: hideOrder(table),
  showOrder: showOrder(table),
});

export type VisibilityDeps = ReturnType<typeof visibilityDeps> & {
  /** A fresh UUID. */
  readonly newId: () => string;
  readonly now: () => Date;
};

/**
 * The order after the change; `undefined` when it was so already. A read and a write, again when somebody else changed the
 * order in between.
 * @throws Refusal when the order's history is full, it does not stand still, or it was erased and is to be shown
 */
export const setVisibility = async (
  deps: VisibilityDeps,
  { tenantId, id }: { readonly tenantId: TenantId; readonly id: OrderId },
  visible: boolean,
): Promise<StoredOrder | undefined> => {
  for (let round = 1; round <= rounds; round += 1) {
    const stored = await deps.readOrder(tenantId, id);
    if (!stored) throw new Error(`Order ${id} is gone from the table.`);
    const { order } = stored;
    if (order.active === visible) return undefined;
    if (visible && order.erasedAt !== undefined)
      throw new Refusal(
        `Order ${order.orderNumber} was erased at ${order.erasedAt}: there is nothing left to show.`,
      );
    const at = deps.now().toISOString();
    const change = operatorChange(order, { status: order.status, at, writeId: deps.newId() });
    const write = visible ? deps.showOrder : deps.hideOrder;
    const changed = await write({ order, change });
    if (changed) return changed;
  }
  throw new Refusal('The order kept changing. Run the command again.');
};
