import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writerKey } from './keys.ts';
import { ItemError } from './parse-item.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';
import { readWriterRegion, writeWriterRegion } from './writer-region.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const at = '2026-11-20T09:30:00.000Z';

describe('the writer region', () => {
  test('is unknown until somebody has said it', async () => {
    await testTable.remove(writerKey);

    expect(await readWriterRegion(testTable.observe())()).toBeUndefined();
  });

  test('is one consistent read of one item', async () => {
    const table = testTable.observe();

    await readWriterRegion(table)();

    expect(table.requests).toEqual(['GetItem consistent']);
  });

  test.each(['af-south-1', 'eu-west-1', 'us-gov-west-1', 'none'])('may be %s', async (region) => {
    const table = testTable.observe();

    await writeWriterRegion(table)(region, at);

    expect(table.requests).toEqual(['PutItem']);
    expect(await readWriterRegion(table)()).toBe(region);
    expect(await testTable.itemAt(writerKey)).toEqual({
      PK: 'CONTROL',
      SK: 'WRITER',
      region,
      changedAt: at,
    });
  });

  test.each(['', 'None', 'af-south', 'eu-west-1 ', 'eu-west-1,none'])(
    'cannot be set to %p, which is none',
    async (region) => {
      const table = testTable.observe();

      await expect(writeWriterRegion(table)(region, at)).rejects.toThrow(ItemError);

      expect(table.requests).toEqual([]);
    },
  );

  test.each([{}, { region: '' }, { region: 'everywhere' }, { region: ['af-south-1'] }])(
    'is an error when the item says %j',
    async (content) => {
      await testTable.put({ ...writerKey, ...content });

      await expect(readWriterRegion(testTable.observe())()).rejects.toThrow(
        /^The writer region in the table does not fit its schema at \/region: /,
      );
    },
  );
});
