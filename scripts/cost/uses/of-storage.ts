/** What lies in table and buckets in the twelfth of such months. */
import { gigabyte, hoursAMonth, monthOfStorage } from '../assumptions.ts';
import type { Situation, Use } from '../situation.ts';

/** For how many months of orders an item lies there. */
const months = (keptDays: number | null): number =>
  keptDays === null ? monthOfStorage : Math.min(monthOfStorage, (keptDays * 24) / hoursAMonth);

/** In every region. Templates and counters are too small to be counted. */
export const usesOfStorage = ({ primary, others, measured, orders }: Situation): Use[] => {
  const { items, storedFiles } = measured.order;
  const stored = (bytesOf: (item: (typeof items)[number]) => number): number =>
    (orders * items.reduce((all, item) => all + bytesOf(item) * months(item.keptDays), 0)) /
    gigabyte;
  const inTable = stored(({ bytes }) => bytes);
  const inIndexes = stored(({ indexBytes }) => indexBytes);
  const inBucket = (orders * storedFiles.bytes * monthOfStorage) / gigabyte;
  return [primary, ...others].flatMap((region): Use[] => [
    { price: 'tableStorage', region, amount: inTable + inIndexes },
    // A backup holds no index: they are made anew.
    { price: 'tableBackup', region, amount: inTable },
    { price: 'fileStorage', region, amount: inBucket },
  ]);
};
