import { randomUUID } from 'node:crypto';
import { OrderId } from '@bbws/domain/identifiers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { keyOf, type Effect } from './effect.ts';
import { effectsOf } from './effects-of.ts';
import { listEffects } from './list-effects.ts';
import { ItemError } from './parse-item.ts';
import { newTenantId } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const now = Date.UTC(2026, 10, 20, 9, 30);
const newOrder = () => ({ tenantId: newTenantId(), orderId: v.parse(OrderId, randomUUID()) });

/** Claims the effect; gives the token of the claim. */
const claim = async (effect: Effect): Promise<string> => {
  const token = randomUUID();
  await effectsOf(testTable.observe()).claimEffect(effect, { token, now, duration: 35_000 });
  return token;
};

describe('the effects of an order', () => {
  test('are told by name and version: claimed, done, or left out', async () => {
    const order = newOrder();
    const { finishEffect } = effectsOf(testTable.observe());
    const sent: Effect = { ...order, name: 'customer-recorded' };
    const leftOut: Effect = { ...order, name: 'customer-status', version: 12 };
    await finishEffect(sent, { token: await claim(sent), now, messageId: 'message-1' });
    await finishEffect(leftOut, { token: await claim(leftOut), now });
    await claim({ ...order, name: 'internal-recorded' });

    const effects = await listEffects(testTable.observe())(order.tenantId, order.orderId);

    const leaseUntil = now + 35_000;
    const doneAt = '2026-11-20T09:30:00.000Z';
    expect(effects).toEqual([
      { name: 'customer-recorded', leaseUntil, doneAt, messageId: 'message-1' },
      { name: 'customer-status', version: 12, leaseUntil, doneAt },
      { name: 'internal-recorded', leaseUntil },
    ]);
  });

  test('take one consistent Query', async () => {
    const table = testTable.observe();
    const { tenantId, orderId } = newOrder();

    const effects = await listEffects(table)(tenantId, orderId);

    expect(effects).toEqual([]);
    expect(table.requests).toEqual(['Query consistent']);
  });

  test('are not those of another order, nor of another tenant', async () => {
    const order = newOrder();
    const { tenantId, orderId } = order;
    await claim({ ...order, name: 'customer-recorded' });
    const list = listEffects(testTable.observe());

    expect(await list(tenantId, newOrder().orderId)).toEqual([]);
    expect(await list(newTenantId(), orderId)).toEqual([]);
  });

  test.each([
    ['a name that nobody knows', 'customer-birthday'],
    ['a version that is no number', 'customer-status#last'],
    ['no name', ''],
  ])('are an ItemError when one has %s', async (_, ending) => {
    const { tenantId, orderId } = newOrder();
    const { PK, SK } = keyOf({ tenantId, orderId, name: 'customer-status' });
    const key = SK.replace('customer-status', ending);
    await testTable.put({ PK, SK: key, token: randomUUID(), leaseUntil: now });

    const listed = listEffects(testTable.observe())(tenantId, orderId);

    await expect(listed).rejects.toThrow(ItemError);
  });
});
