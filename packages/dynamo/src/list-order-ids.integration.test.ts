import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Order } from '@bbws/domain/order';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findOwner } from './find-owner.ts';
import { orderKey } from './keys.ts';
import { listOrderIds } from './list-order-ids.ts';
import { recordedOrder } from './testing/recorded.ts';
import { acceptanceOf, newTenantId } from './testing/samples.ts';
import { startTestTable, type ObservedTable, type TestTable } from './testing/test-table.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const day = { from: '2026-11-20T00:00:00.000Z', before: '2026-11-21T00:00:00.000Z' };

/** Gives the order a status that there is not, a total below zero and a number that is none. */
const damage = async (table: ObservedTable, { tenantId, id }: Order): Promise<void> => {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: orderKey(tenantId, id),
      UpdateExpression: 'SET #status = :status, #total = :total, #number = :number',
      ExpressionAttributeNames: {
        '#status': 'status',
        '#total': 'total',
        '#number': 'orderNumber',
      },
      ExpressionAttributeValues: { ':status': 'banana', ':total': -5, ':number': '' },
    }),
  );
};

describe('the ids in a list', () => {
  test.each([[undefined], ['pending'] as const])(
    'are those of its period, damaged orders included (list of %s)',
    async (status) => {
      const table = testTable.observe();
      const tenantId = newTenantId();
      const created = (dateCreated: string) => recordedOrder(table, { tenantId, dateCreated });
      const first = await created(day.from);
      const last = await created('2026-11-20T23:59:59.999Z');
      await created(day.before);
      await created('2026-11-19T23:59:59.999Z');
      await recordedOrder(table, { dateCreated: day.from });
      await damage(table, first.order);

      const ids = await listOrderIds(table)({ tenantId, status, ...day });

      expect(ids).toEqual([last.order.id, first.order.id]);
    },
  );

  test('of another status are not among them', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);

    const ids = await listOrderIds(table)({ tenantId: order.tenantId, status: 'paid', ...day });

    expect(ids).toEqual([]);
  });

  test('take one Query of the list per megabyte', async () => {
    const table = testTable.observe();

    await listOrderIds(table)({ tenantId: newTenantId(), ...day });
    await listOrderIds(table)({ tenantId: newTenantId(), status: 'paid', ...day });

    expect(table.requests).toEqual(['Query OrdersByDateIndex', 'Query OrdersByStatusIndex']);
  });
});

describe('the owner of an order', () => {
  test('is found by the id alone, although the order is damaged', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    await damage(table, order);

    expect(await findOwner(table)(order.id)).toBe(order.tenantId);
    expect(table.requests.at(-1)).toBe('Query OrderByIdIndex');
  });

  test('is nobody when there is no such order', async () => {
    const { order } = acceptanceOf();

    expect(await findOwner(testTable.observe())(order.id)).toBeUndefined();
  });
});
