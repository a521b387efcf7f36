/** Makes the order numbers of a day jump, after the table was restored. */
import type { TenantId } from '@bbws/domain/identifiers';
import { orderNumber } from '@bbws/domain/order-number';
import { listTenants } from '@bbws/dynamo/list-tenants';
import { skipSequence } from '@bbws/dynamo/skip-sequence';
import type { Table } from '@bbws/dynamo/table';
import { eachPart } from '../each-part.ts';

export type Jump = {
  /** `YYYY-MM-DD`, in the business time zone. */
  readonly day: string;
  /** Letters of the regions that give numbers; empty for the first one. */
  readonly letters: readonly string[];
  /** How many numbers are left out. */
  readonly by: number;
};

/** A tenant's next number of a region. */
export type NextNumber = { readonly tenantId: TenantId; readonly number: string };

/**
 * Every tenant with anything in the table, in alphabetical order. Reads the whole table once: see `listTenants`.
 * @param onProgress told how many parts of how many are read
 */
export const tenantsIn = async (
  table: Table,
  onProgress: (done: number, total: number) => void,
): Promise<readonly TenantId[]> => {
  const found = await eachPart(listTenants(table), onProgress);
  return [...new Set(found)].toSorted();
};

/** Leaves out the numbers of each tenant and region; gives the next ones. One write for each. */
export const skipOrderNumbers = async (
  table: Table,
  tenants: readonly TenantId[],
  { day, letters, by }: Jump,
): Promise<readonly NextNumber[]> => {
  const next: NextNumber[] = [];
  for (const tenantId of tenants)
    for (const region of letters) {
      const last = await skipSequence(table)({ tenantId, day, region, by });
      next.push({ tenantId, number: orderNumber(day, last + 1, region) });
    }
  return next;
};
