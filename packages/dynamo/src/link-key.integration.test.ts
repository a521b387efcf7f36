import { aLinkKey } from '@bbws/domain/testing/builders';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acceptOrder } from './accept-order.ts';
import { completeOrder } from './complete-order.ts';
import { findOrder } from './find-order.ts';
import { listOrders } from './list-orders.ts';
import { replaceLinkKey } from './replace-link-key.ts';
import { recordedOrder, storedOrder } from './testing/recorded.ts';
import { acceptanceOf, completionOf, newTenantId, updateOf } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';
import { updateOrder } from './update-order.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

describe('the link key of an order', () => {
  test('comes with its record, and lies beside the order', async () => {
    const table = testTable.observe();

    const { order, linkKey } = await recordedOrder(table);

    expect(linkKey).toBe(aLinkKey());
    expect(order).not.toHaveProperty('linkKey');
  });

  test('is found by the order’s id too', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);

    expect(await findOrder(table)(order.id)).toHaveProperty('linkKey', aLinkKey());
  });

  test('is not there while the order is accepted only, nor when it is rejected', async () => {
    const table = testTable.observe();
    const acceptance = acceptanceOf();

    await acceptOrder(table)(acceptance);
    const accepted = await storedOrder(table, acceptance.order);
    await completeOrder(table)(completionOf(acceptance, 'rejected'));
    const rejected = await storedOrder(table, acceptance.order);

    expect([accepted, rejected].map((stored) => 'linkKey' in stored)).toEqual([false, false]);
  });

  test('stays through a change of the order', async () => {
    const table = testTable.observe();
    const stored = await recordedOrder(table);

    const updated = await updateOrder(table)(updateOf(stored));

    expect(updated).toMatchObject({ order: { status: 'paid' }, linkKey: aLinkKey() });
  });

  test('is in no list', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();
    await recordedOrder(table, { tenantId });

    const page = await listOrders(table)({ tenantId, pageSize: 10 });

    expect(page.orders).toHaveLength(1);
    expect(JSON.stringify(page)).not.toContain(aLinkKey());
  });
});

describe('replacing a link key', () => {
  test('is one write, which leaves the order and its version as they are', async () => {
    const table = testTable.observe();
    const { order, linkKey, ...rest } = await recordedOrder(table);
    const before = table.requests.length;

    const replaced = await replaceLinkKey(table)(order.tenantId, order.id, aLinkKey('n'));

    expect(replaced).toBe(true);
    expect(table.requests.slice(before)).toEqual(['UpdateItem']);
    expect(linkKey).toBe(aLinkKey());
    expect(await storedOrder(table, order)).toEqual({ order, linkKey: aLinkKey('n'), ...rest });
  });

  test('makes no order where there is none', async () => {
    const table = testTable.observe();
    const { order } = acceptanceOf();

    const replaced = await replaceLinkKey(table)(order.tenantId, order.id, aLinkKey('n'));

    expect(replaced).toBe(false);
    await expect(storedOrder(table, order)).rejects.toThrow('No order');
  });

  test('waits until the order is recorded', async () => {
    const table = testTable.observe();
    const acceptance = acceptanceOf();
    await acceptOrder(table)(acceptance);
    const { tenantId, id } = acceptance.order;

    expect(await replaceLinkKey(table)(tenantId, id, aLinkKey('n'))).toBe(false);
  });

  test('does not reach the order of another tenant', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);

    expect(await replaceLinkKey(table)(newTenantId(), order.id, aLinkKey('n'))).toBe(false);
    expect(await storedOrder(table, order)).toHaveProperty('linkKey', aLinkKey());
  });
});
