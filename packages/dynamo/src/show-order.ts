/** Shows a hidden order again (R-DAT-08): in get, and in the lists at its old place. */
import { byDateKey, byStatusKey } from './keys.ts';
import type { StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';
import { writeChange, type OperatorChange } from './write-change.ts';

/**
 * The order, shown and with its list index keys; `undefined` when somebody else changed it since it was read.
 * Table, conditional UpdateItem: one write unit per KB (about 3 for 10 lines), and the indexes by date and status; when
 * the condition fails a consistent read.
 */
export const showOrder =
  (table: Table) =>
  (shown: OperatorChange): Promise<StoredOrder | undefined> => {
    const { order, change } = shown;
    return writeChange(table, shown, {
      set: {
        active: true,
        ...byDateKey(order.tenantId, order),
        ...byStatusKey(order.tenantId, change.status, order),
      },
    });
  };
