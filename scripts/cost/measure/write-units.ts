/** What a write costs: in the table, and in each index that the item is in, was in, or comes to. */
import type { TableFile, TableIndex } from '@bbws/local-aws/table-file';
import { itemSize, type Item } from './item-size.ts';

/** An item before and after a write; `undefined` when there is none. */
export type Change = { readonly before: Item | undefined; readonly after: Item | undefined };

const kilobytes = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

const sizeOf = (item: Item | undefined): number => (item ? itemSize(item) : 0);

/** What the index holds of the item; nothing when the item lacks one of its keys. */
export const indexEntry = (table: TableFile, index: TableIndex, item: Item): Item | undefined => {
  if (!item[index.hashKey] || !item[index.rangeKey]) return undefined;
  if (index.projection === 'ALL') return item;
  const held = new Set([
    ...[table.hashKey, table.rangeKey, index.hashKey, index.rangeKey],
    ...(index.projection === 'INCLUDE' ? index.attributes : []),
  ]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => held.has(name)));
};

const sameValues = (one: Item, other: Item): boolean => {
  const names = Object.keys({ ...one, ...other });
  return names.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
};

/** A changed key is a delete and a put; an entry that stays as it was costs nothing. */
const indexUnits = (table: TableFile, index: TableIndex, { before, after }: Change): number => {
  const old = before && indexEntry(table, index, before);
  const young = after && indexEntry(table, index, after);
  if (!old && !young) return 0;
  if (!old || !young) return kilobytes(sizeOf(old ?? young));
  const moved = [index.hashKey, index.rangeKey].some(
    (name) => JSON.stringify(old[name]) !== JSON.stringify(young[name]),
  );
  if (moved) return kilobytes(sizeOf(old)) + kilobytes(sizeOf(young));
  return sameValues(old, young) ? 0 : kilobytes(Math.max(sizeOf(old), sizeOf(young)));
};

/** Write units of one write, done or refused by its condition: that costs what the item has. */
export const writeUnits = (table: TableFile, change: Change): number =>
  table.indexes.reduce(
    (units, index) => units + indexUnits(table, index, change),
    kilobytes(Math.max(sizeOf(change.before), sizeOf(change.after))),
  );
