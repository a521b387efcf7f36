import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acceptOrder } from './accept-order.ts';
import { outboxPartitions, writerKey } from './keys.ts';
import { listDueOutboxes, type DueQuery } from './list-due-outboxes.ts';
import { makeOutboxDue, removeFromOutbox } from './outbox.ts';
import { ItemError } from './parse-item.ts';
import type { Table } from './table.ts';
import { acceptanceOf } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const now = '2026-11-20T12:00:00.000Z';

/** A partition that no other test uses. */
const partitionsLeft = outboxPartitions.map((partition, shard) => ({ partition, shard }));
const aPartition = () => {
  const [own] = partitionsLeft.splice(0, 1);
  if (!own) throw new Error('Every partition is in use');
  return own;
};

/** An accepted order in that partition of the index, due at `dueAt`. */
const dueOrder = async (table: Table, shard: number, dueAt: string) => {
  const id = `0000000${shard}${randomUUID().slice(8)}`;
  const acceptance = acceptanceOf({ id });
  await acceptOrder(table)(acceptance);
  await makeOutboxDue(table)(acceptance.event, dueAt);
  return acceptance;
};

const idsOf = (orders: readonly { readonly id: string }[]) => orders.map(({ id }) => id);
const everyPage = async (table: Table, first: DueQuery) => {
  const pages: string[][] = [];
  for (let query: DueQuery | undefined = first; query;) {
    const { orders, next } = await listDueOutboxes(table)(query);
    pages.push(idsOf(orders));
    query = next;
  }
  return pages;
};

describe('a list of due outboxes', () => {
  test('is one query of the outbox index', async () => {
    const table = testTable.observe();

    const { partition } = aPartition();
    const page = await listDueOutboxes(table)({ partition, dueBy: now, limit: 25 });

    expect(page).toEqual({ orders: [], unreadable: [] });
    expect(table.requests).toEqual(['Query OutboxIndex']);
  });

  test('has the orders that are due then or before, the longest due first', async () => {
    const table = testTable.observe();
    const { partition, shard } = aPartition();
    const due = await dueOrder(table, shard, now);
    const longest = await dueOrder(table, shard, '2026-11-20T09:00:00.000Z');
    const longer = await dueOrder(table, shard, '2026-11-20T11:59:59.999Z');
    await dueOrder(table, shard, '2026-11-20T12:00:00.001Z');

    const { orders } = await listDueOutboxes(table)({ partition, dueBy: now, limit: 25 });

    expect(orders).toEqual(
      [longest, longer, due].map(({ order: { tenantId, id } }) => ({ tenantId, id })),
    );
  });

  test('has the orders of its own partition only', async () => {
    const table = testTable.observe();
    const [one, other] = [aPartition(), aPartition()];
    const { order } = await dueOrder(table, one.shard, now);
    await dueOrder(table, other.shard, now);

    const query = { partition: one.partition, dueBy: now, limit: 25 };
    const { orders } = await listDueOutboxes(table)(query);

    expect(idsOf(orders)).toEqual([order.id]);
  });

  test('leaves out an order whose outbox was emptied', async () => {
    const table = testTable.observe();
    const { partition, shard } = aPartition();
    const { event } = await dueOrder(table, shard, now);
    await removeFromOutbox(table)(event);

    const { orders } = await listDueOutboxes(table)({ partition, dueBy: now, limit: 25 });

    expect(orders).toEqual([]);
  });

  test('has every order on one page, also when several are due at the same time', async () => {
    const table = testTable.observe();
    const { partition, shard } = aPartition();
    const times = [now, now, now, '2026-11-20T11:00:00.000Z', '2026-11-20T10:00:00.000Z'];
    const due = await Promise.all(times.map((time) => dueOrder(table, shard, time)));

    const pages = await everyPage(table, { partition, dueBy: now, limit: 2 });

    expect(pages.map(({ length }) => length).slice(0, 3)).toEqual([2, 2, 1]);
    expect(pages.flat().toSorted()).toEqual(due.map(({ order }) => order.id).toSorted());
  });

  test('goes on behind a page whose orders were moved meanwhile', async () => {
    const table = testTable.observe();
    const { partition, shard } = aPartition();
    const times = ['08', '09', '10'].map((hour) => `2026-11-20T${hour}:00:00.000Z`);
    const [first, second, third] = await Promise.all(
      times.map((time) => dueOrder(table, shard, time)),
    );
    const page = await listDueOutboxes(table)({ partition, dueBy: now, limit: 2 });

    for (const moved of [first, second])
      if (moved) await makeOutboxDue(table)(moved.event, '2026-11-20T13:00:00.000Z');
    const { orders } = page.next ? await listDueOutboxes(table)(page.next) : { orders: [] };

    expect(idsOf(page.orders)).toEqual([first?.order.id, second?.order.id]);
    expect(idsOf(orders)).toEqual([third?.order.id]);
  });

  test('has the orders beside an entry that is no order’s, and a reason for that', async () => {
    const { partition, shard } = aPartition();
    await testTable.put({ ...writerKey, GSI4_PK: partition, GSI4_SK: '2026-11-20T09:00:00.000Z#' });
    const { order } = await dueOrder(testTable.observe(), shard, now);

    const query = { partition, dueBy: now, limit: 25 };
    const { orders, unreadable } = await listDueOutboxes(testTable.observe())(query);

    expect(idsOf(orders)).toEqual([order.id]);
    expect(unreadable).toEqual([expect.any(ItemError)]);
  });
});
