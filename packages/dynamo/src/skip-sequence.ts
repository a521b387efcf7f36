/** Leaves order numbers out: a table that was restored does not know which ones were given after its moment. */
import { addToSequence, type CounterMove } from './add-to-sequence.ts';
import type { Table } from './table.ts';

/**
 * The last number that will never be given: the next one follows it. Run twice it leaves out twice as many, which does
 * no harm: numbers may have gaps.
 * Table, UpdateItem with ADD: one write unit.
 */
export const skipSequence =
  (table: Table) =>
  (move: CounterMove): Promise<number> =>
    addToSequence(table, move);
