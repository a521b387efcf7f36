/** Hides an order from get and list: the soft delete of R-DAT-08. Its record, invoice and history stay. */
import type { StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';
import { writeChange, type OperatorChange } from './write-change.ts';

/**
 * The order, hidden and without list index keys; `undefined` when somebody else changed it since it was read. The status
 * stays as it is, the version rises: whoever read the order before cannot write what it read back into the lists.
 * Table, conditional UpdateItem: one write unit per KB (about 3 for 10 lines), and the indexes by date and status; when
 * the condition fails a consistent read.
 */
export const hideOrder =
  (table: Table) =>
  (change: OperatorChange): Promise<StoredOrder | undefined> =>
    writeChange(table, change, {
      set: { active: false },
      remove: ['GSI1_PK', 'GSI1_SK', 'GSI3_PK', 'GSI3_SK'],
    });
