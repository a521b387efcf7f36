import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acceptOrder } from './accept-order.ts';
import { completeOrder } from './complete-order.ts';
import { orderKey } from './keys.ts';
import { nextSequence } from './next-sequence.ts';
import { ItemError } from './parse-item.ts';
import { storedOrder } from './testing/recorded.ts';
import { acceptanceOf, completionOf, newTenantId } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

describe('accepting an order', () => {
  test('is one write', async () => {
    const table = testTable.observe();

    const taken = await acceptOrder(table)(acceptanceOf());

    expect(taken).toBeUndefined();
    expect(table.requests).toEqual(['PutItem']);
  });

  test('puts one item with the keys of the table and its four indexes', async () => {
    const { order, event } = acceptanceOf({ id: '0000000f-5d0a-4c8e-9a51-7d2f6f0c9e11' });
    const { tenantId, id } = order;

    await acceptOrder(testTable.observe())({ order, event, requestHash: 'hash' });

    expect(await testTable.itemAt(orderKey(tenantId, id))).toEqual({
      ...order,
      PK: `TENANT#${tenantId}`,
      SK: `ORDER#${id}`,
      GSI1_PK: `TENANT#${tenantId}`,
      GSI1_SK: `2026-11-20T09:30:00.000Z#${id}`,
      GSI2_PK: `ORDER#${id}`,
      GSI2_SK: 'METADATA',
      GSI3_PK: `TENANT#${tenantId}#STATUS#pending`,
      GSI3_SK: `2026-11-20T09:30:00.000Z#${id}`,
      GSI4_PK: 'OUTBOX#5',
      GSI4_SK: `2026-11-20T10:45:00.000Z#${id}`,
      outbox: { [event.id]: event },
      requestHash: 'hash',
    });
  });

  test('gives back what is stored when the id is taken', async () => {
    const first = acceptanceOf();
    await acceptOrder(testTable.observe())({ ...first, requestHash: 'first' });
    const second = acceptanceOf({ id: first.order.id, tenantId: first.order.tenantId });
    const table = testTable.observe();

    const taken = await acceptOrder(table)({ ...second, requestHash: 'second' });

    expect(taken).toMatchObject({ order: first.order, requestHash: 'first' });
    expect(table.requests).toEqual(['PutItem', 'GetItem consistent']);
  });

  test('changes nothing when the id is taken', async () => {
    const table = testTable.observe();
    const first = acceptanceOf();
    await acceptOrder(table)(first);

    const { id, tenantId } = first.order;
    await acceptOrder(table)(acceptanceOf({ id, tenantId, customerName: 'Somebody Else' }));

    expect((await storedOrder(table, first.order)).order).toEqual(first.order);
  });

  test('succeeds when a retry meets its own write', async () => {
    const table = testTable.observe();
    const acceptance = acceptanceOf();
    await acceptOrder(table)(acceptance);

    await expect(acceptOrder(table)(acceptance)).resolves.toBeUndefined();
  });

  test('succeeds when a retry meets its own write, recorded since', async () => {
    const table = testTable.observe();
    const acceptance = acceptanceOf();
    await acceptOrder(table)(acceptance);
    await completeOrder(table)(completionOf(acceptance));

    await expect(acceptOrder(table)(acceptance)).resolves.toBeUndefined();
  });

  test('has one winner when two requests of one id come at once', async () => {
    const table = testTable.observe();
    const first = acceptanceOf();
    const second = acceptanceOf({ id: first.order.id, tenantId: first.order.tenantId });

    const answers = await Promise.all([first, second].map(acceptOrder(table)));

    const { order } = await storedOrder(table, first.order);
    const loser = order.statusHistory[0]?.writeId === first.event.id ? 1 : 0;
    expect(answers.map((taken) => taken?.order)).toEqual(
      [0, 1].map((n) => (n === loser ? order : undefined)),
    );
  });

  test('leaves the same id free in another tenant', async () => {
    const table = testTable.observe();
    const { order, event } = acceptanceOf();
    await acceptOrder(table)({ order, event });

    const other = acceptanceOf({ id: order.id });
    await expect(acceptOrder(table)(other)).resolves.toBeUndefined();
  });

  test('fails when the order that has the id is removed before it is read', async () => {
    const table = testTable.observe();
    const { order, event } = acceptanceOf();
    await acceptOrder(table)({ order, event });
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'GetItemCommand')
            await testTable.remove(orderKey(order.tenantId, order.id));
          return next(args);
        },
      { step: 'initialize' },
    );

    await expect(acceptOrder(table)({ order, event })).rejects.toThrow('is gone');
  });

  test('throws what DynamoDB throws', async () => {
    const table = { ...testTable.observe(), name: 'no-such-table' };

    await expect(acceptOrder(table)(acceptanceOf())).rejects.toThrow('resource not found');
  });
});

describe('the sequence of order numbers', () => {
  test('gives fifty requests at once the numbers 1 to 50', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();
    const fifty = Array.from({ length: 50 }, (_, n) => n + 1);

    const numbers = await Promise.all(fifty.map(() => nextSequence(table)(tenantId, '2026-11-20')));

    expect(numbers.toSorted((a, b) => a - b)).toEqual(fifty);
    expect(table.requests).toEqual(fifty.map(() => 'UpdateItem'));
  });

  test('is counted per tenant, day and region', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();
    await nextSequence(table)(tenantId, '2026-11-20');

    const numbers = await Promise.all([
      nextSequence(table)(newTenantId(), '2026-11-20'),
      nextSequence(table)(tenantId, '2026-11-21'),
      nextSequence(table)(tenantId, '2026-11-20', 'E'),
      nextSequence(table)(tenantId, '2026-11-20'),
    ]);

    expect(numbers).toEqual([1, 1, 1, 2]);
  });

  test('expires a week after its day has ended', async () => {
    const tenantId = newTenantId();

    await nextSequence(testTable.observe())(tenantId, '2026-11-20', 'E');

    expect(
      await testTable.itemAt({ PK: `TENANT#${tenantId}`, SK: 'COUNTER#ORDER#2026-11-20#E' }),
    ).toMatchObject({ sequence: 1, expiresAt: Date.UTC(2026, 10, 28) / 1000 });
  });

  test('grows past 99999', async () => {
    const tenantId = newTenantId();
    const key = { PK: `TENANT#${tenantId}`, SK: 'COUNTER#ORDER#2026-11-20' };
    await testTable.put({ ...key, sequence: 99_999 });

    await expect(nextSequence(testTable.observe())(tenantId, '2026-11-20')).resolves.toBe(100_000);
  });

  test('is an ItemError when its counter is no count', async () => {
    const tenantId = newTenantId();
    const key = { PK: `TENANT#${tenantId}`, SK: 'COUNTER#ORDER#2026-11-20' };
    await testTable.put({ ...key, sequence: -5 });

    const next = nextSequence(testTable.observe())(tenantId, '2026-11-20');

    await expect(next).rejects.toThrow(ItemError);
  });
});
