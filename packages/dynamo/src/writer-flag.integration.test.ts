import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { writerKey } from './keys.ts';
import { ItemError } from './parse-item.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';
import { moveWriterFlag, readWriterFlag, type FlagMove } from './writer-flag.ts';
import { readWriterRegion } from './writer-region.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());
beforeEach(() => testTable.remove(writerKey));

const at = '2026-11-20T09:30:00.000Z';
const later = '2026-11-20T09:31:00.000Z';

const moveTo = (region: string, changes: Partial<FlagMove> = {}): FlagMove => ({
  seen: undefined,
  region,
  at,
  writeId: randomUUID(),
  ...changes,
});

describe('the flag of the writer', () => {
  test('is unknown until somebody has said it', async () => {
    expect(await readWriterFlag(testTable.observe())()).toBeUndefined();
  });

  test('may be as Terraform makes it, a region alone', async () => {
    await testTable.put({ ...writerKey, region: 'af-south-1' });

    expect(await readWriterFlag(testTable.observe())()).toEqual({ region: 'af-south-1' });
  });

  test('is one consistent read', async () => {
    const table = testTable.observe();

    await readWriterFlag(table)();

    expect(table.requests).toEqual(['GetItem consistent']);
  });

  test('is an error when the item is damaged', async () => {
    await testTable.put({ ...writerKey, region: 'everywhere' });

    await expect(readWriterFlag(testTable.observe())()).rejects.toThrow(ItemError);
  });
});

describe('moving the flag', () => {
  test('names the region, who wrote before and since when, as the functions read it', async () => {
    const table = testTable.observe();
    const move = moveTo('none', { previous: 'af-south-1' });

    const moved = await moveWriterFlag(table)(move);

    const { writeId } = move;
    expect(table.requests).toEqual(['PutItem']);
    expect(moved).toEqual({ region: 'none', previous: 'af-south-1', changedAt: at, writeId });
    expect(await readWriterFlag(table)()).toEqual(moved);
    expect(await readWriterRegion(table)()).toBe('none');
  });

  test.each([
    ['made by Terraform', { region: 'af-south-1' }],
    ['moved before', { region: 'af-south-1', changedAt: at, writeId: randomUUID() }],
  ])('holds when it is as it was seen, %s', async (_, seen) => {
    await testTable.put({ ...writerKey, ...seen });

    const moved = await moveWriterFlag(testTable.observe())(
      moveTo('eu-west-1', { seen, at: later }),
    );

    expect(moved).toMatchObject({ region: 'eu-west-1', changedAt: later });
  });

  test.each([
    ['another region', { region: 'eu-west-1', changedAt: at }],
    ['the same region, said by somebody else since', { region: 'af-south-1', changedAt: later }],
    ['no region any more', undefined],
  ])('is refused when it is %s', async (_, present) => {
    if (present) await testTable.put({ ...writerKey, ...present });
    const seen = { region: 'af-south-1', changedAt: at };

    const moved = await moveWriterFlag(testTable.observe())(moveTo('eu-west-1', { seen }));

    expect(moved).toBeUndefined();
    expect(await readWriterFlag(testTable.observe())()).toEqual(present);
  });

  test('is won by one of two operators who saw the same', async () => {
    const move = moveWriterFlag(testTable.observe());

    const moved = await Promise.all([move(moveTo('af-south-1')), move(moveTo('eu-west-1'))]);

    const winners = moved.filter((flag) => flag !== undefined);
    expect(winners).toHaveLength(1);
    expect(await readWriterFlag(testTable.observe())()).toEqual(winners[0]);
  });

  test('has succeeded when a retry meets its own write', async () => {
    const move = moveTo('eu-west-1');
    const first = await moveWriterFlag(testTable.observe())(move);

    expect(await moveWriterFlag(testTable.observe())(move)).toEqual(first);
  });

  test('to what is no region is refused before it is sent', async () => {
    const table = testTable.observe();

    await expect(moveWriterFlag(table)(moveTo('eu-west'))).rejects.toThrow(ItemError);

    expect(table.requests).toEqual([]);
  });
});
