import { randomUUID } from 'node:crypto';
import { OrderId, type TenantId } from '@bbws/domain/identifiers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { acceptOrder } from './accept-order.ts';
import { completeOrder } from './complete-order.ts';
import { findOrder } from './find-order.ts';
import { orderKey } from './keys.ts';
import { listOrders, type OrderPage, type OrderQuery } from './list-orders.ts';
import { ItemError } from './parse-item.ts';
import { readOrder } from './read-order.ts';
import { tableAnswers } from './table-answers.ts';
import type { Table } from './table.ts';
import { recordedOrder } from './testing/recorded.ts';
import { acceptanceOf, completionOf, newTenantId } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

/** Accepts an order of the tenant for each time; gives back the ids, in that order. */
const ordersAt = async (table: Table, tenantId: TenantId, times: readonly string[]) => {
  const acceptances = times.map((dateCreated) => acceptanceOf({ tenantId, dateCreated }));
  await Promise.all(acceptances.map(acceptOrder(table)));
  return acceptances.map(({ order }) => order.id);
};

/** `count` times, a second apart. */
const times = (count: number) =>
  Array.from({ length: count }, (_, n) => new Date(Date.UTC(2026, 10, 20, 9, 0, n)).toISOString());

const idsOf = ({ orders }: OrderPage) => orders.map(({ id }) => id);

/** Every page of the list, first to last. */
const everyPage = async (table: Table, query: OrderQuery): Promise<OrderPage[]> => {
  const page = await listOrders(table)(query);
  return page.next ? [page, ...(await everyPage(table, { ...query, after: page.next }))] : [page];
};

describe('AP1, an order by tenant and id', () => {
  test('is found as it was accepted', async () => {
    const table = testTable.observe();
    const { order, event } = acceptanceOf();
    await acceptOrder(table)({ order, event, requestHash: 'hash' });

    const stored = await readOrder(table)(order.tenantId, order.id);

    expect(stored).toEqual({
      order,
      outbox: [event],
      outboxDueAt: '2026-11-20T10:45:00.000Z',
      requestHash: 'hash',
    });
  });

  test('takes one consistent read', async () => {
    const table = testTable.observe();

    await readOrder(table)(newTenantId(), v.parse(OrderId, randomUUID()));

    expect(table.requests).toEqual(['GetItem consistent']);
  });

  test('is not found by another tenant', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);

    await expect(readOrder(table)(newTenantId(), order.id)).resolves.toBeUndefined();
  });

  test('is an ItemError that names the attributes which do not fit, and no value', async () => {
    const table = testTable.observe();
    const { order, event } = acceptanceOf();
    const key = orderKey(order.tenantId, order.id);
    const broken = { ...order, ...key, outbox: { [event.id]: event }, customerEmail: 'no address' };
    await testTable.put(broken);

    const reading = readOrder(table)(order.tenantId, order.id);

    await expect(reading).rejects.toThrow(ItemError);
    await expect(reading).rejects.toThrow(/schema at \/customerEmail: (?!.*no address)/);
  });

  test('ignores attributes that it does not know', async () => {
    const table = testTable.observe();
    const { order } = acceptanceOf();
    const key = orderKey(order.tenantId, order.id);
    await testTable.put({ ...order, ...key, outbox: {}, addedByNewerCode: { deep: true } });

    await expect(readOrder(table)(order.tenantId, order.id)).resolves.toEqual({
      order,
      outbox: [],
    });
  });
});

describe('AP2, all orders of a tenant', () => {
  test('are listed newest first, every one exactly once, on full pages', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();
    const ids = await ordersAt(table, tenantId, times(25));
    await ordersAt(table, newTenantId(), times(3));

    const pages = await everyPage(table, { tenantId, pageSize: 10 });

    expect(pages.flatMap(idsOf)).toEqual(ids.toReversed());
    expect(pages.map(({ orders }) => orders.length)).toEqual([10, 10, 5]);
  });

  test('end with a full page when their number is a multiple of the page size', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();
    await ordersAt(table, tenantId, times(4));

    const pages = await everyPage(table, { tenantId, pageSize: 2 });

    expect(pages.map(({ orders }) => orders.length)).toEqual([2, 2]);
  });

  test('are paged without loss when all were created in the same millisecond', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();
    const ids = await ordersAt(table, tenantId, Array.from({ length: 7 }, () => times(1)).flat());

    const pages = await everyPage(table, { tenantId, pageSize: 3 });

    expect(pages.flatMap(idsOf).toSorted()).toEqual(ids.toSorted());
  });

  test('take one query for a page', async () => {
    const table = testTable.observe();

    await listOrders(table)({ tenantId: newTenantId(), pageSize: 100 });

    expect(table.requests).toEqual(['Query OrdersByDateIndex']);
  });

  test('show what the list needs, with the total once recorded', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    const { id, tenantId, orderNumber, dateCreated } = order;

    const { orders } = await listOrders(table)({ tenantId, pageSize: 1 });

    const amounts = { total: 25000, currency: 'ZAR' };
    expect(orders).toEqual([{ id, orderNumber, status: 'pending', dateCreated, ...amounts }]);
  });

  test('are an ItemError when the index holds what does not fit', async () => {
    const table = testTable.observe();
    const { order, event } = acceptanceOf();
    await acceptOrder(table)({ order: { ...order, orderNumber: 'seventeen' }, event });

    const listing = listOrders(table)({ tenantId: order.tenantId, pageSize: 1 });

    await expect(listing).rejects.toThrow(ItemError);
  });
});

describe('AP3, orders by date', () => {
  const [first, second, third] = ['2026-11-20', '2026-11-21', '2026-11-22'].map(
    (day) => `${day}T00:00:00.000Z`,
  );
  const beforeThird = '2026-11-21T23:59:59.999Z';
  const days = [first, second, beforeThird, third].filter((time) => time !== undefined);

  test.each([
    ['from a time on, that time included', { from: second }, [3, 2, 1]],
    ['before a time, that time excluded', { before: third }, [2, 1, 0]],
    ['between two times', { from: second, before: third }, [2, 1]],
    ['between equal times: none', { from: second, before: second }, []],
    ['without bounds', {}, [3, 2, 1, 0]],
  ])('are those %s, newest first', async (_, bounds, expected) => {
    const table = testTable.observe();
    const tenantId = newTenantId();
    const ids = await ordersAt(table, tenantId, days);

    const page = await listOrders(table)({ tenantId, pageSize: 10, ...bounds });

    expect(idsOf(page)).toEqual(expected.map((index) => ids[index]));
  });

  test('are paged inside their bounds', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();
    const ids = await ordersAt(table, tenantId, days);

    const bounds = { from: second, before: third };
    const pages = await everyPage(table, { tenantId, pageSize: 1, ...bounds });

    expect(pages.map(idsOf)).toEqual([[ids[2]], [ids[1]]]);
  });
});

describe('AP4, an order by its id across tenants', () => {
  test('is found whichever tenant has it', async () => {
    const table = testTable.observe();
    const stored = await recordedOrder(table);

    await expect(findOrder(table)(stored.order.id)).resolves.toEqual(stored);
  });

  test('takes a query and a consistent read', async () => {
    const { order } = await recordedOrder(testTable.observe());
    const table = testTable.observe();

    await findOrder(table)(order.id);

    expect(table.requests).toEqual(['Query OrderByIdIndex', 'GetItem consistent']);
  });

  test('is absent when no tenant has it', async () => {
    const table = testTable.observe();

    await expect(findOrder(table)(v.parse(OrderId, randomUUID()))).resolves.toBeUndefined();
    expect(table.requests).toEqual(['Query OrderByIdIndex']);
  });
});

describe('AP5, orders by status', () => {
  test('fill their pages however many orders of other statuses lie between', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();
    const acceptances = times(20).map((dateCreated) => acceptanceOf({ tenantId, dateCreated }));
    await Promise.all(acceptances.map(acceptOrder(table)));
    const rejected = acceptances.filter((_, n) => n % 4 === 0);
    await Promise.all(
      rejected.map((acceptance) => completeOrder(table)(completionOf(acceptance, 'rejected'))),
    );

    const pages = await everyPage(table, { tenantId, status: 'failed', pageSize: 2 });

    expect(pages.map(({ orders }) => orders.length)).toEqual([2, 2, 1]);
    expect(pages.flatMap(idsOf)).toEqual(rejected.map(({ order }) => order.id).toReversed());
  });

  test('may be limited to some days', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();
    const [, second] = await ordersAt(
      table,
      tenantId,
      ['2026-11-20', '2026-11-21'].map((day) => `${day}T00:00:00.000Z`),
    );

    const query = { tenantId, status: 'pending', pageSize: 10 } as const;
    const page = await listOrders(table)({ ...query, from: '2026-11-21T00:00:00.000Z' });

    expect(idsOf(page)).toEqual([second]);
  });

  test('take one query of the index by status', async () => {
    const table = testTable.observe();

    await listOrders(table)({ tenantId: newTenantId(), status: 'paid', pageSize: 50 });

    expect(table.requests).toEqual(['Query OrdersByStatusIndex']);
  });
});

describe('the health check', () => {
  test('asks the table for one small item', async () => {
    const table = testTable.observe();

    await tableAnswers(table)();

    expect(table.requests).toEqual(['GetItem']);
  });

  test('fails when the table does not answer', async () => {
    const table = { ...testTable.observe(), name: 'no-such-table' };

    await expect(tableAnswers(table)()).rejects.toThrow('Requested resource not found');
  });
});
