import { randomUUID } from 'node:crypto';
import { OrderId } from '@bbws/domain/identifiers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { keyOf, type Effect } from './effect.ts';
import { effectsOf } from './effects-of.ts';
import { forgetEffect } from './forget-effect.ts';
import { newTenantId } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const now = Date.UTC(2026, 10, 20, 9, 30);
const doneAt = '2026-11-20T09:30:00.000Z';
const lease = () => ({ token: randomUUID(), now, duration: 35_000 });

const claimedEffect = async () => {
  const effect: Effect = {
    tenantId: newTenantId(),
    orderId: v.parse(OrderId, randomUUID()),
    name: 'customer-recorded',
  };
  const claim = lease();
  await effectsOf(testTable.observe()).claimEffect(effect, claim);
  return { effect, claim };
};

const doneEffect = async () => {
  const { effect, claim } = await claimedEffect();
  await effectsOf(testTable.observe()).finishEffect(effect, { token: claim.token, now });
  return effect;
};

describe('forgetting an effect', () => {
  test('lets it be claimed again, by one write', async () => {
    const effect = await doneEffect();
    const table = testTable.observe();

    await expect(forgetEffect(table)(effect, doneAt)).resolves.toBe(true);

    expect(table.requests).toEqual(['DeleteItem']);
    await expect(effectsOf(table).claimEffect(effect, lease())).resolves.toEqual({
      outcome: 'claimed',
    });
  });

  test('leaves one that was done at another time', async () => {
    const effect = await doneEffect();
    const otherTime = '2026-11-20T09:29:59.999Z';

    await expect(forgetEffect(testTable.observe())(effect, otherTime)).resolves.toBe(false);

    expect(await testTable.itemAt(keyOf(effect))).toHaveProperty('doneAt', doneAt);
  });

  test('leaves one that somebody is making', async () => {
    const { effect } = await claimedEffect();

    await expect(forgetEffect(testTable.observe())(effect, doneAt)).resolves.toBe(false);

    expect(await testTable.itemAt(keyOf(effect))).toBeDefined();
  });

  test('has one winner when two do it at once', async () => {
    const effect = await doneEffect();
    const forget = forgetEffect(testTable.observe());

    const answers = await Promise.all([forget(effect, doneAt), forget(effect, doneAt)]);

    expect(answers.toSorted()).toEqual([false, true]);
  });
});
