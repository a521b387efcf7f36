import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderKey, outboxKey } from './keys.ts';
import { makeOutboxDue, outboxOf, removeFromOutbox } from './outbox.ts';
import type { StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';
import { recordedOrder, storedOrder } from './testing/recorded.ts';
import { acceptanceOf, eventOf, updateOf } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';
import { updateOrder } from './update-order.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

/** An order with two events in its outbox. */
const withTwoEvents = async (): Promise<StoredOrder> => {
  const table = testTable.observe();
  const updated = await updateOrder(table)(updateOf(await recordedOrder(table)));
  if (!updated) throw new Error('The update was lost');
  return updated;
};

const inOutboxIndex = async (table: Table, { order }: StoredOrder) => {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'OutboxIndex',
      KeyConditionExpression: 'GSI4_PK = :partition',
      ExpressionAttributeValues: { ':partition': outboxKey(order.id, '').GSI4_PK },
    }),
  );
  const { SK } = orderKey(order.tenantId, order.id);
  return Items.some((item) => item['SK'] === SK);
};

describe('taking an event out of an outbox', () => {
  test('takes the order out of the index when it was the last, in one write', async () => {
    const stored = await recordedOrder(testTable.observe());
    const table = testTable.observe();

    for (const event of stored.outbox) await removeFromOutbox(table)(event);

    expect(table.requests).toEqual(['UpdateItem']);
    const { order, linkKey } = stored;
    expect(await storedOrder(table, order)).toEqual({ order, linkKey, outbox: [] });
    expect(await inOutboxIndex(table, stored)).toBe(false);
  });

  test('leaves the others and the order in the index, in two writes', async () => {
    const stored = await withTwoEvents();
    const [first, ...others] = stored.outbox;
    const table = testTable.observe();

    if (first) await removeFromOutbox(table)(first);

    expect(table.requests).toEqual(['UpdateItem', 'UpdateItem']);
    expect(await storedOrder(table, stored.order)).toEqual({ ...stored, outbox: others });
    expect(await inOutboxIndex(table, stored)).toBe(true);
  });

  test('does nothing when it is not there', async () => {
    const stored = await recordedOrder(testTable.observe());
    const table = testTable.observe();

    await removeFromOutbox(table)(eventOf('order.accepted', stored.order));

    expect(table.requests).toEqual(['UpdateItem', 'UpdateItem', 'UpdateItem']);
    expect(await storedOrder(table, stored.order)).toEqual(stored);
  });

  test('makes no item when there is no order', async () => {
    const { order, event } = acceptanceOf();

    await removeFromOutbox(testTable.observe())(event);

    expect(await testTable.itemAt(orderKey(order.tenantId, order.id))).toBeUndefined();
  });

  test('leaves no entry in the index when both events are taken out at once', async () => {
    const stored = await withTwoEvents();
    const table = testTable.observe();

    await Promise.all(stored.outbox.map(removeFromOutbox(table)));

    const { order, linkKey } = stored;
    expect(await storedOrder(table, order)).toEqual({ order, linkKey, outbox: [] });
    expect(await inOutboxIndex(table, stored)).toBe(false);
  });

  test('does not touch the version', async () => {
    const stored = await withTwoEvents();
    const table = testTable.observe();

    await Promise.all(stored.outbox.map(outboxOf(table).removeFromOutbox));

    expect((await storedOrder(table, stored.order)).order.version).toBe(3);
  });

  test('throws what DynamoDB throws', async () => {
    const table = { ...testTable.observe(), name: 'no-such-table' };

    const removal = removeFromOutbox(table)(acceptanceOf().event);

    await expect(removal).rejects.toThrow('resource not found');
  });
});

describe('making an outbox due', () => {
  test('moves its due time, in one write', async () => {
    const stored = await recordedOrder(testTable.observe());
    const [event] = stored.outbox;
    const table = testTable.observe();

    if (event) await makeOutboxDue(table)(event, '2026-11-20T09:31:00.000Z');

    expect(table.requests).toEqual(['UpdateItem']);
    expect(await storedOrder(table, stored.order)).toEqual({
      ...stored,
      outboxDueAt: '2026-11-20T09:31:00.000Z',
    });
  });

  test('does nothing when the event is no longer in it', async () => {
    const table = testTable.observe();
    const stored = await recordedOrder(table);
    const absent = eventOf('order.accepted', stored.order);

    await makeOutboxDue(table)(absent, '2026-11-20T09:31:00.000Z');

    expect(await storedOrder(table, stored.order)).toEqual(stored);
  });
});
