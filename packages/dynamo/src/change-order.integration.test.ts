import { randomUUID } from 'node:crypto';
import { aRecordedOrder, anAcceptedOrder } from '@bbws/domain/testing/builders';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acceptOrder } from './accept-order.ts';
import { completeOrder } from './complete-order.ts';
import { orderKey } from './keys.ts';
import { listOrders } from './list-orders.ts';
import { ItemError } from './parse-item.ts';
import { recordedOrder, storedOrder } from './testing/recorded.ts';
import { acceptanceOf, completionOf, updateOf } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';
import { updateOrder } from './update-order.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const accepted = async (changes: object = {}) => {
  const acceptance = acceptanceOf(changes);
  await acceptOrder(testTable.observe())(acceptance);
  return acceptance;
};

describe('completing an order', () => {
  test('is one write', async () => {
    const acceptance = await accepted();
    const table = testTable.observe();

    await expect(completeOrder(table)(completionOf(acceptance))).resolves.toBeUndefined();

    expect(table.requests).toEqual(['UpdateItem']);
  });

  test('records it with its amounts, its next version and the change in its history', async () => {
    const acceptance = await accepted();
    const completion = completionOf(acceptance);
    const table = testTable.observe();

    await completeOrder(table)(completion);

    const { items, total } = aRecordedOrder();
    const { order } = await storedOrder(table, acceptance.order);
    expect(order).toMatchObject({
      ...acceptance.order,
      stage: 'recorded',
      items,
      total,
      version: 2,
      dateLastUpdated: completion.change.at,
      lastUpdatedBy: completion.change.by,
      statusHistory: [...acceptance.order.statusHistory, completion.change],
    });
  });

  test('swaps the event received for the one that says so, due 75 minutes later', async () => {
    const acceptance = await accepted();
    const completion = completionOf(acceptance);
    const table = testTable.observe();

    await completeOrder(table)(completion);

    expect(await storedOrder(table, acceptance.order)).toMatchObject({
      outbox: [completion.event],
      outboxDueAt: '2026-11-20T10:45:05.000Z',
    });
  });

  test('rejects it with its reason, due 2 minutes later', async () => {
    const acceptance = await accepted();
    const completion = completionOf(acceptance, 'rejected');
    const table = testTable.observe();

    await completeOrder(table)(completion);

    expect(await storedOrder(table, acceptance.order)).toMatchObject({
      order: { stage: 'rejected', status: 'failed', rejection: { code: 'CART_NOT_FOUND' } },
      outbox: [completion.event],
      outboxDueAt: '2026-11-20T09:32:05.000Z',
    });
  });

  test('moves a rejected order to another list by status', async () => {
    const acceptance = await accepted();
    const { tenantId, id } = acceptance.order;
    const table = testTable.observe();

    await completeOrder(table)(completionOf(acceptance, 'rejected'));

    const list = listOrders(table);
    const pending = await list({ tenantId, status: 'pending', pageSize: 1 });
    const failed = await list({ tenantId, status: 'failed', pageSize: 1 });
    expect([pending, failed].map(({ orders }) => orders.map((order) => order.id))).toEqual([
      [],
      [id],
    ]);
  });

  test('leaves a hidden order out of the lists', async () => {
    const acceptance = acceptanceOf({ active: false });
    const { order } = acceptance;
    const key = orderKey(order.tenantId, order.id);
    await testTable.put({ ...order, ...key, outbox: {} });
    const table = testTable.observe();

    await completeOrder(table)(completionOf(acceptance));

    expect(await testTable.itemAt(key)).not.toHaveProperty('GSI3_PK');
    expect((await storedOrder(table, order)).order.stage).toBe('recorded');
  });

  test('succeeds when a retry meets its own write', async () => {
    const completion = completionOf(await accepted());
    const table = testTable.observe();
    await completeOrder(table)(completion);

    await expect(completeOrder(table)(completion)).resolves.toBeUndefined();

    expect(table.requests).toEqual(['UpdateItem', 'UpdateItem', 'GetItem consistent']);
  });

  test('succeeds when a retry meets its own write, changed since', async () => {
    const acceptance = await accepted();
    const completion = completionOf(acceptance);
    const table = testTable.observe();
    await completeOrder(table)(completion);
    await updateOrder(table)(updateOf(await storedOrder(table, acceptance.order)));

    await expect(completeOrder(table)(completion)).resolves.toBeUndefined();
  });

  test('gives the loser of two at once what is stored', async () => {
    const acceptance = await accepted();
    const table = testTable.observe();
    const completions = [completionOf(acceptance), completionOf(acceptance, 'rejected')];

    const answers = await Promise.all(completions.map(completeOrder(table)));

    const stored = await storedOrder(table, acceptance.order);
    expect(answers.filter((answer) => answer !== undefined)).toEqual([stored]);
    expect(stored.order.statusHistory).toHaveLength(2);
  });

  test('writes nothing when the history is full, since nobody could read the order again', async () => {
    const { order, ...acceptance } = await accepted();
    const statusHistory = Array.from({ length: 100 }, () => order.statusHistory[0]);
    const full = { ...acceptance, order: anAcceptedOrder({ ...order, statusHistory }) };
    const table = testTable.observe();

    await expect(completeOrder(table)(completionOf(full))).rejects.toThrow(ItemError);

    expect(table.requests).toEqual([]);
  });

  test('throws when there is no order', async () => {
    const completion = completionOf(acceptanceOf());

    await expect(completeOrder(testTable.observe())(completion)).rejects.toThrow('is gone');
  });
});

describe('updating an order', () => {
  test('is one write that answers with the order', async () => {
    const seen = await recordedOrder(testTable.observe());
    const { change: made, paymentDetails, ...update } = updateOf(seen);
    const change = { ...made, paymentChanged: true };
    const table = testTable.observe();

    const updated = await updateOrder(table)({ ...update, change, paymentDetails });

    expect(updated).toEqual(await storedOrder(testTable.observe(), seen.order));
    expect(updated?.order).toMatchObject({
      status: 'paid',
      paymentDetails,
      version: 3,
      dateLastUpdated: change.at,
      lastUpdatedBy: change.by,
      statusHistory: [...seen.order.statusHistory, change],
    });
    expect(table.requests).toEqual(['UpdateItem']);
  });

  test('keeps the payment when it names none', async () => {
    const table = testTable.observe();
    const paid = await updateOrder(table)(updateOf(await recordedOrder(table)));
    if (!paid) throw new Error('The update was lost');

    const update = { ...updateOf(paid, 'processing'), paymentDetails: undefined };
    const updated = await updateOrder(table)(update);

    expect(updated?.order).toMatchObject({ paymentDetails: { method: 'card' } });
  });

  test('adds its event to the outbox', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);
    const update = updateOf(seen);

    const updated = await updateOrder(table)(update);

    expect(updated?.outbox).toHaveLength(2);
    expect(updated?.outbox).toEqual(expect.arrayContaining([...seen.outbox, update.event]));
  });

  test.each([
    ['2 minutes later when nothing else is in the outbox', undefined, '2026-11-20T10:02:00.000Z'],
    [
      'earlier when something else is due earlier',
      '2026-11-20T09:59:00.000Z',
      '2026-11-20T09:59:00.000Z',
    ],
    [
      '2 minutes later when something else is due after that',
      '2026-11-20T11:00:00.000Z',
      '2026-11-20T10:02:00.000Z',
    ],
  ])('is due %s', async (_, outboxDueAt, expected) => {
    const table = testTable.observe();
    const update = updateOf(await recordedOrder(table));

    const updated = await updateOrder(table)({ ...update, outboxDueAt });

    expect(updated?.outboxDueAt).toBe(expected);
  });

  test('moves the order to another list by status, in its place by date', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);
    const { tenantId, id } = seen.order;

    await updateOrder(table)(updateOf(seen, 'cancelled'));

    const list = listOrders(table);
    const pending = await list({ tenantId, status: 'pending', pageSize: 1 });
    const cancelled = await list({ tenantId, status: 'cancelled', pageSize: 1 });
    expect(pending.orders).toEqual([]);
    expect(cancelled.orders).toMatchObject([{ id, dateCreated: seen.order.dateCreated }]);
  });

  test('leaves a hidden order out of the lists', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);
    const change = updateOf(seen, 'paid');

    await updateOrder(table)({ ...change, order: { ...change.order, active: false } });

    const { tenantId } = seen.order;
    const page = await listOrders(table)({ tenantId, status: 'paid', pageSize: 10 });
    expect(page.orders).toEqual([]);
  });

  test('has one winner when two read the same version', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);

    const answers = await Promise.all(
      [updateOf(seen), updateOf(seen, 'cancelled')].map(updateOrder(table)),
    );

    expect(answers.filter((updated) => updated !== undefined)).toHaveLength(1);
    expect((await storedOrder(table, seen.order)).order.version).toBe(3);
  });

  test('succeeds when a retry meets its own write', async () => {
    const seen = await recordedOrder(testTable.observe());
    const update = updateOf(seen);
    const table = testTable.observe();
    const first = await updateOrder(table)(update);

    const second = await updateOrder(table)(update);

    expect(second).toEqual(first);
    expect(table.requests).toEqual(['UpdateItem', 'UpdateItem', 'GetItem consistent']);
  });

  test('does not touch an order that is not recorded', async () => {
    const { order } = await accepted();
    const table = testTable.observe();
    const stored = await storedOrder(table, order);
    const pretended = { ...stored, order: aRecordedOrder({ ...order, stage: 'recorded' }) };

    await expect(updateOrder(table)(updateOf(pretended))).resolves.toBeUndefined();

    expect(await storedOrder(table, order)).toEqual(stored);
  });

  test('writes nothing when the history is full, since nobody could read the order again', async () => {
    const seen = await recordedOrder(testTable.observe());
    const [entry] = seen.order.statusHistory;
    const statusHistory = Array.from({ length: 100 }, () => ({ ...entry, writeId: randomUUID() }));
    const full = { ...seen, order: aRecordedOrder({ ...seen.order, statusHistory }) };
    const table = testTable.observe();

    await expect(updateOrder(table)(updateOf(full))).rejects.toThrow(ItemError);

    expect(table.requests).toEqual([]);
  });
});
