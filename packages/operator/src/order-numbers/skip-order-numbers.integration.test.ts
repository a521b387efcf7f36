import { counterKey } from '@bbws/dynamo/keys';
import { nextSequence } from '@bbws/dynamo/next-sequence';
import { recordedOrder } from '@bbws/dynamo/testing/recorded';
import { newTenantId } from '@bbws/dynamo/testing/samples';
import { startTestTable, type TestTable } from '@bbws/dynamo/testing/test-table';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { skipOrderNumbers, tenantsIn } from './skip-order-numbers.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const day = '2026-11-20';
const jump = { day, letters: [''], by: 10_000 };

describe('Skipping order numbers', () => {
  test('lets a counter go on behind the gap', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();
    await nextSequence(table)(tenantId, day);

    const next = await skipOrderNumbers(table, [tenantId], jump);

    expect(next).toEqual([{ tenantId, number: 'ORD-20261120-10002' }]);
    expect(await nextSequence(table)(tenantId, day)).toBe(10_002);
  });

  test('makes a counter that the restored table has not had yet, and that TTL deletes', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();

    await skipOrderNumbers(table, [tenantId], jump);

    expect(await nextSequence(table)(tenantId, day)).toBe(10_001);
    expect(await testTable.itemAt(counterKey(tenantId, day, ''))).toMatchObject({
      expiresAt: Date.parse('2026-11-28T00:00:00Z') / 1000,
    });
  });

  test('moves the counter of each region that is named, and of that day alone', async () => {
    const table = testTable.observe();
    const tenantId = newTenantId();

    const next = await skipOrderNumbers(table, [tenantId], { ...jump, letters: ['', 'E'] });

    expect(next.map(({ number }) => number)).toEqual(['ORD-20261120-10001', 'ORD-20261120-E10001']);
    expect(await nextSequence(table)(tenantId, day, 'E')).toBe(10_001);
    expect(await nextSequence(table)(tenantId, day, 'F')).toBe(1);
    expect(await nextSequence(table)(tenantId, '2026-11-21')).toBe(1);
  });
});

describe('The tenants of a table', () => {
  test('are those with an order or a counter, each once, and nobody else', async () => {
    const own = await startTestTable();
    const table = own.observe();
    const [one, other] = [newTenantId(), newTenantId()];
    await recordedOrder(table, { tenantId: one });
    await recordedOrder(table, { tenantId: one });
    await nextSequence(table)(other, day);
    await own.put({ PK: 'CONTROL', SK: 'WRITER' });
    const told: number[] = [];

    const tenants = await tenantsIn(table, (done) => told.push(done));
    await own.close();

    expect(tenants).toEqual([one, other].toSorted());
    expect(told.at(-1)).toBe(64);
  });
});
