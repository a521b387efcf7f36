import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acceptOrder } from './accept-order.ts';
import { completeOrder } from './complete-order.ts';
import { hideOrder } from './hide-order.ts';
import { orderKey } from './keys.ts';
import { noteRefusedAddress } from './note-refused-address.ts';
import { operatorChange } from './testing/operator-change.ts';
import { recordedOrder, storedOrder } from './testing/recorded.ts';
import { acceptanceOf, completionOf, newTenantId, updateOf } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';
import { updateOrder } from './update-order.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const at = '2026-11-20T10:15:00.000Z';
const later = '2026-11-20T10:45:00.000Z';

describe('noting that an address was refused', () => {
  test('is one write, which leaves everything else as it is', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    const key = orderKey(order.tenantId, order.id);
    const before = await testTable.itemAt(key);
    const requests = table.requests.length;

    await noteRefusedAddress(table)(order.tenantId, order.id, at);

    expect(table.requests.slice(requests)).toEqual(['UpdateItem']);
    expect(await testTable.itemAt(key)).toEqual({ ...before, customerEmailRefusedAt: at });
  });

  test('keeps the time of the first refusal', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    await noteRefusedAddress(table)(order.tenantId, order.id, at);

    await noteRefusedAddress(table)(order.tenantId, order.id, later);

    expect((await storedOrder(table, order)).order.customerEmailRefusedAt).toBe(at);
  });

  test('reaches a rejected order', async () => {
    const table = testTable.observe();
    const acceptance = acceptanceOf();
    await acceptOrder(table)(acceptance);
    await completeOrder(table)(completionOf(acceptance, 'rejected'));
    const { tenantId, id } = acceptance.order;

    await noteRefusedAddress(table)(tenantId, id, at);

    expect((await storedOrder(table, acceptance.order)).order).toMatchObject({
      stage: 'rejected',
      customerEmailRefusedAt: at,
    });
  });

  test('reaches a hidden order, and leaves it hidden', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    await hideOrder(table)(operatorChange(order));

    await noteRefusedAddress(table)(order.tenantId, order.id, at);

    expect((await storedOrder(table, order)).order).toMatchObject({
      active: false,
      customerEmailRefusedAt: at,
    });
  });

  test('and a status change at once are both present afterwards', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);
    const { tenantId, id } = seen.order;

    const [updated] = await Promise.all([
      updateOrder(table)(updateOf(seen)),
      noteRefusedAddress(table)(tenantId, id, at),
    ]);

    expect(updated?.order.status).toBe('paid');
    expect((await storedOrder(table, seen.order)).order).toMatchObject({
      status: 'paid',
      version: 3,
      customerEmailRefusedAt: at,
    });
  });

  test.each(['order', 'tenant'])('is an error, and makes no item, for another %s', async (what) => {
    const table = testTable.observe();
    const { order } = what === 'tenant' ? await recordedOrder(table) : acceptanceOf();
    const tenantId = what === 'tenant' ? newTenantId() : order.tenantId;

    await expect(noteRefusedAddress(table)(tenantId, order.id, at)).rejects.toThrow(
      'not in the table',
    );

    expect(await testTable.itemAt(orderKey(tenantId, order.id))).toBeUndefined();
  });
});
