import { randomUUID } from 'node:crypto';
import { listOrders } from '@bbws/dynamo/list-orders';
import type { Table } from '@bbws/dynamo/table';
import { fillHistory } from '@bbws/dynamo/testing/fill-history';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf, updateOf } from '@bbws/dynamo/testing/samples';
import { startTestTable, type TestTable } from '@bbws/dynamo/testing/test-table';
import { updateOrder } from '@bbws/dynamo/update-order';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setVisibility, visibilityDeps, type VisibilityDeps } from './set-visibility.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const depsOf = (table: Table): VisibilityDeps => ({
  ...visibilityDeps(table),
  newId: randomUUID,
  now: () => new Date('2026-11-20T12:00:00.000Z'),
});

const isListed = async (table: Table, { tenantId }: Parameters<typeof setVisibility>[1]) =>
  (await listOrders(table)({ tenantId, pageSize: 1 })).orders.length === 1;

describe('hiding and showing an order', () => {
  test('changes it and says so, with who did it', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);

    const hidden = await setVisibility(depsOf(table), order, false);
    const whileHidden = await isListed(table, order);
    const shown = await setVisibility(depsOf(table), order, true);

    expect(hidden?.order).toMatchObject({ active: false, version: 3, lastUpdatedBy: 'operator' });
    expect(shown?.order).toMatchObject({ active: true, version: 4 });
    expect([whileHidden, await isListed(table, order)]).toEqual([false, true]);
  });

  test('does nothing when it is so already', async () => {
    const table = testTable.observe();
    const stored = await recordedOrder(table);

    await expect(setVisibility(depsOf(table), stored.order, true)).resolves.toBeUndefined();

    expect(await storedOrder(table, stored.order)).toEqual(stored);
  });

  test('starts again when somebody else changes the order in between', async () => {
    const table = testTable.observe();
    const stored = await recordedOrder(table);
    const deps = depsOf(table);
    const { hideOrder } = deps;
    let calls = 0;

    const hidden = await setVisibility(
      {
        ...deps,
        hideOrder: async (change) => {
          calls += 1;
          if (calls === 1) await updateOrder(table)(updateOf(stored));
          return hideOrder(change);
        },
      },
      stored.order,
      false,
    );

    expect(calls).toBe(2);
    expect(hidden?.order).toMatchObject({ active: false, status: 'paid', version: 4 });
  });

  test('gives up when the order never stands still', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);

    const hiding = setVisibility(
      { ...depsOf(table), hideOrder: async () => undefined },
      order,
      false,
    );

    await expect(hiding).rejects.toThrow('kept changing');
  });

  test('is refused when the history is full', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    await fillHistory(table)(order.tenantId, order.id);

    await expect(setVisibility(depsOf(table), order, false)).rejects.toThrow('is full');
  });

  test('throws when there is no such order', async () => {
    const { order } = acceptanceOf();

    const hiding = setVisibility(depsOf(testTable.observe()), order, false);

    await expect(hiding).rejects.toThrow('is gone from the table');
  });
});
