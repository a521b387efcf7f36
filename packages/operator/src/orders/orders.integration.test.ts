import { randomUUID } from 'node:crypto';
import { OrderId } from '@bbws/domain/identifiers';
import { acceptOrder } from '@bbws/dynamo/accept-order';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf, newTenantId } from '@bbws/dynamo/testing/samples';
import { startTestTable, type TestTable } from '@bbws/dynamo/testing/test-table';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { orderOf } from './find-order.ts';
import { revokeLinks } from './revoke-links.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

describe('an order is found', () => {
  test('by its id in any tenant, or in its own', async () => {
    const table = testTable.observe();
    const stored = await recordedOrder(table);
    const { id, tenantId } = stored.order;

    expect(await orderOf(table, id, undefined)).toEqual(stored);
    expect(await orderOf(table, id, tenantId)).toEqual(stored);
  });

  test('in no other tenant', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);

    const found = orderOf(table, order.id, newTenantId());

    await expect(found).rejects.toThrow('Without --tenant it is looked for in every tenant');
  });

  test('only when there is one', async () => {
    const found = orderOf(testTable.observe(), v.parse(OrderId, randomUUID()), undefined);

    await expect(found).rejects.toThrow(Refusal);
  });
});

describe('revoking the links to an invoice', () => {
  test('gives the order another key each time', async () => {
    const table = testTable.observe();
    const { order, linkKey } = await recordedOrder(table);

    await revokeLinks(table, order);
    const second = await storedOrder(table, order);
    await revokeLinks(table, order);
    const third = await storedOrder(table, order);

    expect(new Set([linkKey, second.linkKey, third.linkKey]).size).toBe(3);
  });

  test('is refused for an order that is not recorded', async () => {
    const table = testTable.observe();
    const acceptance = acceptanceOf();
    await acceptOrder(table)(acceptance);

    await expect(revokeLinks(table, acceptance.order)).rejects.toThrow('is accepted: no link');
  });
});
