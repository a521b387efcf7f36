import { randomUUID } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { OrderId } from '@bbws/domain/identifiers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { hideOrder } from './hide-order.ts';
import { orderKey } from './keys.ts';
import { ItemError } from './parse-item.ts';
import { readListedOrder } from './read-listed-order.ts';
import type { StoredOrder } from './stored-order.ts';
import { operatorChange } from './testing/operator-change.ts';
import { recordedOrder } from './testing/recorded.ts';
import { newTenantId } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const listingOf = async ({ order }: Pick<StoredOrder, 'order'>) =>
  (await readListedOrder(testTable.observe())(order.tenantId, order.id))?.listing;

/** Changes the item behind everybody's back. */
const tamper = async (
  { order }: StoredOrder,
  UpdateExpression: string,
  values?: Record<string, unknown>,
): Promise<void> => {
  const { client, name } = testTable.observe();
  await client.send(
    new UpdateCommand({
      TableName: name,
      Key: orderKey(order.tenantId, order.id),
      UpdateExpression,
      ...(values && { ExpressionAttributeValues: values }),
    }),
  );
};

const asItShouldBe = {
  byDate: true,
  byId: true,
  byStatus: ['pending'],
  inOutboxIndex: true,
  hasListKeys: true,
};

describe('an order with its listing', () => {
  test('is the order as it is stored, and stands in every index', async () => {
    const stored = await recordedOrder(testTable.observe());
    const { tenantId, id } = stored.order;

    const listed = await readListedOrder(testTable.observe())(tenantId, id);

    expect(listed).toEqual({ stored, listing: asItShouldBe });
  });

  test('takes one consistent read', async () => {
    const table = testTable.observe();

    const listed = await readListedOrder(table)(newTenantId(), v.parse(OrderId, randomUUID()));

    expect(listed).toBeUndefined();
    expect(table.requests).toEqual(['GetItem consistent']);
  });

  test('is in no list when it is hidden', async () => {
    const stored = await recordedOrder(testTable.observe());
    await hideOrder(testTable.observe())(operatorChange(stored.order));

    expect(await listingOf(stored)).toEqual({
      ...asItShouldBe,
      byDate: false,
      byStatus: [],
      hasListKeys: false,
    });
  });

  test.each([
    ['by date', 'SET GSI1_SK = :x', { byDate: false }],
    ['under its status', 'SET GSI3_SK = :x', { byStatus: [] }],
    ['by id', 'SET GSI2_PK = :x', { byId: false }],
    ['in the outbox index', 'SET GSI4_PK = :x', { inOutboxIndex: false }],
  ])('is not listed %s under a wrong key', async (_, expression, changes) => {
    const stored = await recordedOrder(testTable.observe());

    await tamper(stored, expression, { ':x': 'yesterday' });

    expect(await listingOf(stored)).toEqual({ ...asItShouldBe, ...changes });
  });

  test('says so when keys of a list are left of it', async () => {
    const stored = await recordedOrder(testTable.observe());

    await tamper(stored, 'REMOVE GSI1_PK, GSI1_SK, GSI3_PK');

    expect(await listingOf(stored)).toMatchObject({ byStatus: [], hasListKeys: true });
  });

  test('is an ItemError when it does not fit its schema', async () => {
    const stored = await recordedOrder(testTable.observe());
    await tamper(stored, 'REMOVE lastUpdatedBy');

    await expect(listingOf(stored)).rejects.toThrow(ItemError);
  });
});
