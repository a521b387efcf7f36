/** Gives order numbers. */
import type { TenantId } from '@bbws/domain/identifiers';
import { addToSequence } from './add-to-sequence.ts';
import type { Table } from './table.ts';

/**
 * The next number of `day` (`YYYY-MM-DD`), 1 and up. Never gives one twice; a lost answer leaves a gap.
 * Table, UpdateItem with ADD: one write unit.
 */
export const nextSequence =
  (table: Table) =>
  (tenantId: TenantId, day: string, region = ''): Promise<number> =>
    addToSequence(table, { tenantId, day, region, by: 1 });
