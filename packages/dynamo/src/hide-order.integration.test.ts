import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acceptOrder } from './accept-order.ts';
import { completeOrder } from './complete-order.ts';
import { findOrder } from './find-order.ts';
import { hideOrder } from './hide-order.ts';
import { orderKey } from './keys.ts';
import { listOrders } from './list-orders.ts';
import { ItemError } from './parse-item.ts';
import { showOrder } from './show-order.ts';
import { fillHistory } from './testing/fill-history.ts';
import { operatorChange } from './testing/operator-change.ts';
import { recordedOrder, storedOrder } from './testing/recorded.ts';
import { acceptanceOf, completionOf, updateOf } from './testing/samples.ts';
import { startTestTable, type ObservedTable, type TestTable } from './testing/test-table.ts';
import { updateOrder } from './update-order.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const hidden = async (table: ObservedTable) => {
  const { order } = await recordedOrder(table);
  const stored = await hideOrder(table)(operatorChange(order));
  if (!stored) throw new Error('The order was not hidden');
  return stored;
};

const listed = async (table: ObservedTable, { tenantId, status }: Parameters<typeof list>[1]) => [
  await list(table, { tenantId }),
  await list(table, { tenantId, status }),
];

const list = async (
  table: ObservedTable,
  query: Pick<Parameters<ReturnType<typeof listOrders>>[0], 'tenantId' | 'status'>,
) => {
  const { orders } = await listOrders(table)({ ...query, pageSize: 10 });
  return orders.map(({ id }) => id);
};

describe('hiding an order', () => {
  test('is one write that answers with the order', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    const hiding = operatorChange(order);
    const before = table.requests.length;

    const stored = await hideOrder(table)(hiding);

    expect(table.requests.slice(before)).toEqual(['UpdateItem']);
    expect(stored).toEqual(await storedOrder(table, order));
    expect(stored?.order).toEqual({
      ...order,
      active: false,
      version: 3,
      statusHistory: [...order.statusHistory, hiding.change],
      dateLastUpdated: hiding.change.at,
      lastUpdatedBy: 'operator',
    });
  });

  test('takes it out of both lists, and leaves it to be found by its id', async () => {
    const table = testTable.observe();

    const { order } = await hidden(table);

    expect(await listed(table, order)).toEqual([[], []]);
    expect(await findOrder(table)(order.id)).toHaveProperty('order.active', false);
  });

  test('leaves what waits in the outbox, and when', async () => {
    const table = testTable.observe();
    const { order, ...rest } = await recordedOrder(table);

    const stored = await hideOrder(table)(operatorChange(order));

    expect(stored).toMatchObject(rest);
  });

  test('loses to a change since the order was read', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);
    const updated = await updateOrder(table)(updateOf(seen));

    await expect(hideOrder(table)(operatorChange(seen.order))).resolves.toBeUndefined();

    expect(await storedOrder(table, seen.order)).toEqual(updated);
  });

  test('succeeds when a retry meets its own write', async () => {
    const table = testTable.observe();
    const hiding = operatorChange((await recordedOrder(table)).order);
    const first = await hideOrder(table)(hiding);

    await expect(hideOrder(table)(hiding)).resolves.toEqual(first);
  });

  test('makes no order where there is none', async () => {
    const { order } = acceptanceOf();
    const table = testTable.observe();

    await expect(hideOrder(table)(operatorChange(order))).resolves.toBeUndefined();

    await expect(storedOrder(table, order)).rejects.toThrow('No order');
  });

  test('writes nothing when the history is full, since nobody could read the order again', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    await fillHistory(table)(order.tenantId, order.id);
    const full = await storedOrder(table, order);

    await expect(hideOrder(table)(operatorChange(full.order))).rejects.toThrow(ItemError);

    expect(await storedOrder(table, order)).toEqual(full);
  });
});

describe('an order that operators hid and showed as often as they may', () => {
  const often = async (table: ObservedTable) => {
    const acceptance = acceptanceOf();
    const { tenantId, id } = acceptance.order;
    await acceptOrder(table)(acceptance);
    await fillHistory(table)(tenantId, id, 97);
    const stored = await hideOrder(table)(operatorChange(acceptance.order));
    if (stored?.order.stage !== 'accepted') throw new Error('The order was not hidden');
    return { ...acceptance, order: stored.order };
  };

  test('is not changed once more', async () => {
    const table = testTable.observe();
    const { order } = await often(table);

    await expect(showOrder(table)(operatorChange(order))).rejects.toThrow(ItemError);

    expect((await storedOrder(table, order)).order).toEqual(order);
  });

  test('is still completed, and can be read', async () => {
    const table = testTable.observe();
    const acceptance = await often(table);

    await completeOrder(table)(completionOf(acceptance));

    const { order } = await storedOrder(table, acceptance.order);
    expect([order.stage, order.statusHistory.length]).toEqual(['recorded', 99]);
  });
});

describe('showing a hidden order', () => {
  test('puts its list keys back as they were, in one write', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    const key = orderKey(order.tenantId, order.id);
    const before = await testTable.itemAt(key);
    const stored = await hideOrder(table)(operatorChange(order));
    if (!stored) throw new Error('The order was not hidden');
    const requests = table.requests.length;

    await showOrder(table)(operatorChange(stored.order));

    expect(table.requests.slice(requests)).toEqual(['UpdateItem']);
    const { GSI1_PK, GSI1_SK, GSI3_PK, GSI3_SK } = before ?? {};
    expect(await testTable.itemAt(key)).toMatchObject({
      ...{ GSI1_PK, GSI1_SK, GSI3_PK, GSI3_SK },
      active: true,
      version: 4,
    });
    expect(await listed(table, order)).toEqual([[order.id], [order.id]]);
  });

  test('lists it under the status that it has by then', async () => {
    const table = testTable.observe();
    const paid = await updateOrder(table)(updateOf(await hidden(table)));
    if (!paid) throw new Error('The order was not paid');

    await showOrder(table)(operatorChange(paid.order));

    expect(await list(table, { tenantId: paid.order.tenantId, status: 'paid' })).toEqual([
      paid.order.id,
    ]);
  });
});

describe('a hidden order', () => {
  test('stays hidden through a change of its status', async () => {
    const table = testTable.observe();
    const { order } = await hidden(table);

    const updated = await updateOrder(table)(updateOf(await storedOrder(table, order)));

    expect(updated?.order).toMatchObject({ active: false, status: 'paid' });
    expect(await listed(table, { ...order, status: 'paid' })).toEqual([[], []]);
  });

  test('is not changed by what was read before it was hidden', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);
    const stored = await hideOrder(table)(operatorChange(seen.order));

    await expect(updateOrder(table)(updateOf(seen))).resolves.toBeUndefined();

    expect(await storedOrder(table, seen.order)).toEqual(stored);
  });

  test('is not completed by what was read before it was hidden: the order comes back instead', async () => {
    const table = testTable.observe();
    const acceptance = acceptanceOf();
    await acceptOrder(table)(acceptance);
    const stored = await hideOrder(table)(operatorChange(acceptance.order));

    const other = await completeOrder(table)(completionOf(acceptance));

    expect(other).toEqual(stored);
    const item = await testTable.itemAt(orderKey(acceptance.order.tenantId, acceptance.order.id));
    expect(item).not.toHaveProperty('GSI3_PK');
  });
});
