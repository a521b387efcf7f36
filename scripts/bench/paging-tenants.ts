/** Tenants for the paging bench: alike in all but their number of orders. */
import { randomUUID } from 'node:crypto';
import type { TenantId } from '@bbws/domain/identifiers';
import { orderNumber } from '@bbws/domain/order-number';
import { aRecordedOrder, aTenantId } from '@bbws/domain/testing/builders';
import type { Table } from '@bbws/dynamo/table';
import { writeOrders } from '@bbws/dynamo/testing/write-orders';
import { startProgress } from '../lib/progress.ts';

/** Orders written at once. */
const portion = 1_000;

/** A tenant’s n-th order. A minute apart; three out of four are paid, so that even a hundred orders fill a page with paid ones. */
export const orderAt = (tenantId: TenantId, n: number) => {
  const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
  return aRecordedOrder({
    id: randomUUID(),
    tenantId,
    orderNumber: orderNumber(at.slice(0, 10), n + 1),
    status: n % 4 === 0 ? 'pending' : 'paid',
    dateCreated: at,
  });
};

export type BenchTenant = { readonly tenantId: TenantId; readonly orders: number };

/** Writes a tenant for each number of orders; shows on stderr how far it is. */
export const makeTenants = async (
  table: Table,
  sizes: readonly number[],
): Promise<BenchTenant[]> => {
  const progress = startProgress(
    'Orders written',
    sizes.reduce((sum, orders) => sum + orders, 0),
  );
  // The names are equally long: they are part of what is read.
  const tenants = sizes.map((orders) => ({
    tenantId: aTenantId(`tenant-${String(orders).padStart(6, '0')}`),
    orders,
  }));
  let written = 0;
  for (const { tenantId, orders } of tenants)
    for (let first = 0; first < orders; first += portion) {
      const length = Math.min(portion, orders - first);
      await writeOrders(
        table,
        Array.from({ length }, (_, n) => orderAt(tenantId, first + n)),
      );
      written += length;
      progress.update(written);
    }
  progress.stop();
  return tenants;
};
