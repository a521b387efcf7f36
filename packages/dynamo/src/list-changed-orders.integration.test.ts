import { randomUUID } from 'node:crypto';
import { aRecordedOrder } from '@bbws/domain/testing/builders';
import type { Order } from '@bbws/domain/order';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listChangedOrders } from './list-changed-orders.ts';
import { joinOrderKeys } from './order-keys.ts';
import { newTenantId } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';
import { writeOrders } from './testing/write-orders.ts';
import { recordedOrder } from './testing/recorded.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const since = '2031-01-02T00:00:00.000Z';
const changedAt = (dateLastUpdated: string, changes: object = {}): Order =>
  aRecordedOrder({ id: randomUUID(), tenantId: newTenantId(), dateLastUpdated, ...changes });

const changed = async (parts: number) => {
  const table = testTable.observe();
  const found = await Promise.all(
    Array.from({ length: parts }, (_, part) => listChangedOrders(table)({ since, part, parts })),
  );
  const { orders, unreadable } = joinOrderKeys(found);
  return { ids: orders.map(({ id }) => id), unreadable, requests: table.requests };
};

describe('the orders that were changed', () => {
  test('are those of every tenant, changed at that moment or later, each in one part', async () => {
    const table = testTable.observe();
    const wanted = [
      changedAt(since),
      changedAt('2031-01-03T00:00:00.000Z', { dateCreated: '2026-01-01T00:00:00.000Z' }),
    ];
    await writeOrders(table, [...wanted, changedAt('2031-01-01T23:59:59.999Z')]);
    await recordedOrder(table);
    // No other item has such a time today.
    await testTable.put({ PK: 'TENANT#other', SK: 'EFFECT#x', dateLastUpdated: since });

    const { ids, requests } = await changed(4);

    expect(ids.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
    expect(requests).toEqual(['Scan', 'Scan', 'Scan', 'Scan']);
  });

  test('are found when they are damaged', async () => {
    const [PK, id] = [`TENANT#${newTenantId()}`, randomUUID()];
    await testTable.put({ PK, SK: `ORDER#${id}`, dateLastUpdated: since, status: 'banana' });

    expect((await changed(1)).ids).toContain(id);
  });

  test('are found beside an entry that is no order’s, with a reason for that', async () => {
    const [PK, id] = [`TENANT#${newTenantId()}`, randomUUID()];
    await testTable.put({ PK, SK: `ORDER#${id}`, dateLastUpdated: since });
    await testTable.put({ PK, SK: 'ORDER#1', dateLastUpdated: since });

    const { ids, unreadable } = await changed(1);

    expect(ids).toContain(id);
    expect(unreadable).toMatchObject([{ message: expect.stringContaining('The key of an order') }]);
  });
});
