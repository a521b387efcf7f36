import { RejectedOrder } from '@bbws/domain/order';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { acceptOrder } from './accept-order.ts';
import { completeOrder } from './complete-order.ts';
import { hideOrder } from './hide-order.ts';
import { orderKey } from './keys.ts';
import { listOrders } from './list-orders.ts';
import { reopenOrder, type Reopening } from './reopen-order.ts';
import type { StoredOrder } from './stored-order.ts';
import { operatorChange } from './testing/operator-change.ts';
import { storedOrder } from './testing/recorded.ts';
import { acceptanceOf, completionOf, eventOf } from './testing/samples.ts';
import { startTestTable, type ObservedTable, type TestTable } from './testing/test-table.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const rejected = async (table: ObservedTable) => {
  const acceptance = acceptanceOf();
  await acceptOrder(table)(acceptance);
  await completeOrder(table)(completionOf(acceptance, 'rejected'));
  return storedOrder(table, acceptance.order);
};

const reopeningOf = (seen: StoredOrder): Reopening => {
  const { order, change } = operatorChange(v.parse(RejectedOrder, seen.order), 'pending');
  const event = eventOf('order.accepted', order, {
    id: change.writeId,
    occurredAt: change.at,
    orderVersion: change.version,
  });
  return { order, change, event, outboxDueAt: seen.outboxDueAt };
};

describe('reopening a rejected order', () => {
  test('makes it an accepted one again, in one write', async () => {
    const table = testTable.observe();
    const seen = await rejected(table);
    const before = table.requests.length;

    const stored = await reopenOrder(table)(reopeningOf(seen));

    expect(table.requests.slice(before)).toEqual(['UpdateItem']);
    expect(stored?.order).toMatchObject({ stage: 'accepted', status: 'pending', version: 3 });
    const { tenantId, id } = seen.order;
    expect(await testTable.itemAt(orderKey(tenantId, id))).not.toHaveProperty('rejection');
    expect(stored?.order.statusHistory.map(({ status, by }) => [status, by])).toEqual([
      ['pending', 'user-sample'],
      ['failed', 'user-sample'],
      ['pending', 'operator'],
    ]);
  });

  test('keeps what waits in the outbox, and when, and adds its event', async () => {
    const table = testTable.observe();
    const seen = await rejected(table);
    const reopening = reopeningOf(seen);

    const stored = await reopenOrder(table)(reopening);

    expect(stored?.outboxDueAt).toBe(seen.outboxDueAt);
    expect(stored?.outbox).toHaveLength(2);
    expect(stored?.outbox).toEqual(expect.arrayContaining([...seen.outbox, reopening.event]));
  });

  test('moves it to the list of the pending ones', async () => {
    const table = testTable.observe();
    const seen = await rejected(table);
    const { tenantId, id } = seen.order;

    await reopenOrder(table)(reopeningOf(seen));

    const list = listOrders(table);
    const failed = await list({ tenantId, status: 'failed', pageSize: 1 });
    const pending = await list({ tenantId, status: 'pending', pageSize: 1 });
    expect([failed, pending].map(({ orders }) => orders.map((order) => order.id))).toEqual([
      [],
      [id],
    ]);
  });

  test('leaves a hidden order hidden', async () => {
    const table = testTable.observe();
    const { order } = await rejected(table);
    await hideOrder(table)(operatorChange(order));

    await reopenOrder(table)(reopeningOf(await storedOrder(table, order)));

    const item = await testTable.itemAt(orderKey(order.tenantId, order.id));
    expect(item).toMatchObject({ stage: 'accepted', active: false });
    expect(item).not.toHaveProperty('GSI3_PK');
  });

  test('has one winner when two do it at once', async () => {
    const table = testTable.observe();
    const seen = await rejected(table);

    const answers = await Promise.all(
      [reopeningOf(seen), reopeningOf(seen)].map(reopenOrder(table)),
    );

    expect(answers.filter((stored) => stored !== undefined)).toHaveLength(1);
    expect((await storedOrder(table, seen.order)).order.version).toBe(3);
  });

  test('succeeds when a retry meets its own write', async () => {
    const table = testTable.observe();
    const reopening = reopeningOf(await rejected(table));
    const first = await reopenOrder(table)(reopening);

    await expect(reopenOrder(table)(reopening)).resolves.toEqual(first);
  });

  test('leads to a record, whose outbox has nothing left of the rejection but its own event', async () => {
    const table = testTable.observe();
    const reopening = reopeningOf(await rejected(table));
    const stored = await reopenOrder(table)(reopening);
    if (stored?.order.stage !== 'accepted') throw new Error('The order is not accepted');
    const completion = completionOf({ order: stored.order, event: reopening.event });

    await expect(completeOrder(table)(completion)).resolves.toBeUndefined();

    const { order, outbox } = await storedOrder(table, stored.order);
    expect(order).toMatchObject({ stage: 'recorded', version: 4 });
    expect(outbox.map(({ type }) => type).toSorted()).toEqual(['order.recorded', 'order.rejected']);
  });
});
