import type { TableFile } from '@bbws/local-aws/table-file';
import { describe, expect, test } from '@jest/globals';
import { itemSize, type Item } from './item-size.ts';
import { indexEntry, writeUnits } from './write-units.ts';

describe('the size of an item', () => {
  test.each<[string, Item, number]>([
    ['a text, in UTF-8, with its name', { naam: { S: 'ê€' } }, 4 + 5],
    ['a number, by two digits', { n: { N: '123456' } }, 1 + 3 + 1],
    ['a number that is negative', { n: { N: '-123' } }, 1 + 2 + 1 + 1],
    ['a number that ends in zeros', { n: { N: '1000' } }, 1 + 1 + 1],
    ['a truth and a nothing', { a: { BOOL: true }, b: { NULL: true } }, 4],
    ['an empty map', { m: { M: {} } }, 1 + 3],
    ['a map', { m: { M: { ab: { S: 'xyz' } } } }, 1 + 3 + 1 + 2 + 3],
    ['a list', { l: { L: [{ S: 'xy' }, { S: 'z' }] } }, 1 + 3 + 1 + 2 + 1 + 1],
  ])('is that of %s', (_, item, bytes) => {
    expect(itemSize(item)).toBe(bytes);
  });

  test('is refused of a kind that no item has', () => {
    expect(() => itemSize({ s: { SS: ['a'] } })).toThrow('The size of SS is not known');
  });
});

const table: TableFile = {
  name: 'orders',
  hashKey: 'PK',
  rangeKey: 'SK',
  ttlAttribute: 'expiresAt',
  indexes: [
    {
      name: 'ByDate',
      hashKey: 'D1',
      rangeKey: 'D2',
      projection: 'INCLUDE',
      attributes: ['status'],
    },
    { name: 'Outbox', hashKey: 'O1', rangeKey: 'O2', projection: 'KEYS_ONLY' },
  ],
};
const key = { PK: { S: 'p' }, SK: { S: 's' } };
const order: Item = {
  ...key,
  ...{ D1: { S: 'd' }, D2: { S: '1' }, status: { S: 'pending' }, street: { S: 'x'.repeat(1500) } },
};
const waiting = { O1: { S: 'o' }, O2: { S: '1' } };

describe('what an index holds', () => {
  const [byDate, outbox] = table.indexes;

  test('is the keys and what it includes', () => {
    expect(byDate && indexEntry(table, byDate, { ...order, ...waiting })).toEqual({
      ...key,
      ...{ D1: { S: 'd' }, D2: { S: '1' }, status: { S: 'pending' } },
    });
  });

  test('is nothing of an item without its keys', () => {
    expect(outbox && indexEntry(table, outbox, { ...order, O1: { S: 'o' } })).toBeUndefined();
  });
});

describe('a write costs', () => {
  test.each<[string, Item | undefined, Item | undefined, number]>([
    ['a unit for each KB of a new item, and one in each of its indexes', undefined, order, 2 + 1],
    ['one more in an index that the item comes to', order, { ...order, ...waiting }, 2 + 1],
    ['one more in an index that it leaves', { ...order, ...waiting }, order, 2 + 1],
    ['nothing in an index that holds the same as before', order, { ...order, x: { N: '1' } }, 2],
    ['one in an index that shows what changed', order, { ...order, status: { S: 'paid' } }, 2 + 1],
    ['two in an index whose key changed', order, { ...order, D2: { S: '2' } }, 2 + 2],
    ['what the larger of both items has', order, key, 2 + 1],
    ['as much when its condition refuses it', order, order, 2],
    ['a unit when there is nothing', undefined, undefined, 1],
  ])('%s', (_, before, after, units) => {
    expect(writeUnits(table, { before, after })).toBe(units);
  });
});
