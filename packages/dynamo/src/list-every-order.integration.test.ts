import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hideOrder } from './hide-order.ts';
import { listEveryOrder } from './list-every-order.ts';
import { operatorChange } from './testing/operator-change.ts';
import { recordedOrder } from './testing/recorded.ts';
import { newTenantId } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const day = { from: '2026-11-20T00:00:00.000Z', before: '2026-11-21T00:00:00.000Z' };

describe('every order of a tenant', () => {
  test('is found in its period, hidden or not, whatever lists say', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();
    const created = (dateCreated: string) => recordedOrder(table, { tenantId, dateCreated });
    const first = await created(day.from);
    const hidden = await created('2026-11-20T23:59:59.999Z');
    await hideOrder(table)(operatorChange(hidden.order));
    await created(day.before);
    await created('2026-11-19T23:59:59.999Z');
    await recordedOrder(table, { dateCreated: day.from });

    const ids = await listEveryOrder(table)(tenantId, day);

    expect(ids.toSorted()).toEqual([first.order.id, hidden.order.id].toSorted());
  });

  test('takes one Query per megabyte', async () => {
    const table = testTable.observe();

    const ids = await listEveryOrder(table)(newTenantId(), day);

    expect(ids).toEqual([]);
    expect(table.requests).toEqual(['Query']);
  });
});
