/** The orders that entries of the table or of an index name. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { parseOrderKey } from './keys.ts';
import { ItemError } from './parse-item.ts';

export type OrderKeys = {
  readonly orders: readonly { readonly tenantId: TenantId; readonly id: OrderId }[];
  /** One for each entry that is no order's. The service writes none, but somebody may have. */
  readonly unreadable: readonly ItemError[];
};

/** By the keys of the entries: one that is no order's keeps none of the others back. */
export const orderKeysIn = (entries: readonly unknown[]): OrderKeys => {
  const orders: ReturnType<typeof parseOrderKey>[] = [];
  const unreadable: ItemError[] = [];
  for (const entry of entries)
    try {
      orders.push(parseOrderKey(entry));
    } catch (error) {
      if (!(error instanceof ItemError)) throw error;
      unreadable.push(error);
    }
  return { orders, unreadable };
};

/** Several of them as one. */
export const joinOrderKeys = (pages: readonly OrderKeys[]): OrderKeys => ({
  orders: pages.flatMap(({ orders }) => orders),
  unreadable: pages.flatMap(({ unreadable }) => unreadable),
});
