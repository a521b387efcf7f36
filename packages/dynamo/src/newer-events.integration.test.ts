import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderKey } from './keys.ts';
import { noteInvoice } from './note-invoice.ts';
import { readOrder } from './read-order.ts';
import type { StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';
import { recordedOrder } from './testing/recorded.ts';
import { noteOf } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const newerId = '7b0c3a52-6c1d-4c0e-9d3c-1f2e3d4c5b6a';

/** Puts an event into the order's outbox, as code of another version does. */
const withEvent = async (
  { client, name }: Table,
  { order }: StoredOrder,
  event: object,
): Promise<void> => {
  await client.send(
    new UpdateCommand({
      TableName: name,
      Key: orderKey(order.tenantId, order.id),
      UpdateExpression: 'SET outbox.#id = :event',
      ExpressionAttributeNames: { '#id': newerId },
      ExpressionAttributeValues: { ':event': event },
    }),
  );
};

const read = async (table: Table, { order }: StoredOrder): Promise<StoredOrder> => {
  const stored = await readOrder(table)(order.tenantId, order.id);
  if (!stored) throw new Error('The order is gone');
  return stored;
};

describe('an event of a version that this code does not know', () => {
  test('leaves its order readable', async () => {
    const table = testTable.observe();
    const stored = await recordedOrder(table);
    await withEvent(table, stored, { id: newerId, schemaVersion: 2, type: 'order.archived' });

    const seen = await read(table, stored);

    expect(seen).toEqual({ ...stored, unknownEvents: [newerId] });
  });

  test('stays in the outbox, and in the index, when an invoice is noted', async () => {
    const table = testTable.observe();
    const stored = await recordedOrder(table);
    await withEvent(table, stored, { id: newerId, schemaVersion: 2, type: 'order.archived' });
    const seen = await read(table, stored);

    const noted = await noteInvoice(table)({
      seen,
      note: noteOf(seen.order.version, 'a'),
      receivedEventId: seen.outbox[0]?.id ?? '',
    });

    expect(noted).toBe(true);
    const after = await read(table, stored);
    expect(after.outbox).toEqual([]);
    expect(after.unknownEvents).toEqual([newerId]);
    expect(after.outboxDueAt).toBe(seen.outboxDueAt);
  });

  test('is told from a broken one of the present version', async () => {
    const table = testTable.observe();
    const stored = await recordedOrder(table);
    await withEvent(table, stored, { id: newerId, schemaVersion: 1, type: 'order.archived' });

    await expect(read(table, stored)).rejects.toThrow(/outbox/);
  });
});
