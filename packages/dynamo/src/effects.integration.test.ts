import { randomUUID } from 'node:crypto';
import { OrderId } from '@bbws/domain/identifiers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { keyOf, type Effect } from './effect.ts';
import { effectsOf } from './effects-of.ts';
import { ItemError } from './parse-item.ts';
import { newTenantId } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const now = Date.UTC(2026, 10, 20, 9, 30);
const duration = 35_000;

const anEffect = (changes: Partial<Effect> = {}): Effect => ({
  tenantId: newTenantId(),
  orderId: v.parse(OrderId, randomUUID()),
  name: 'customer-recorded',
  ...changes,
});

const leaseAt = (time: number, token: string = randomUUID()) => ({ token, now: time, duration });

const effects = () => effectsOf(testTable.observe());

describe('an effect', () => {
  test('is claimed in one write', async () => {
    const table = testTable.observe();

    const claim = await effectsOf(table).claimEffect(anEffect(), leaseAt(now));

    expect(claim).toEqual({ outcome: 'claimed' });
    expect(table.requests).toEqual(['PutItem']);
  });

  test('is held until the lease of the claim ends', async () => {
    const effect = anEffect();
    await effects().claimEffect(effect, leaseAt(now));
    const table = testTable.observe();

    const claim = await effectsOf(table).claimEffect(effect, leaseAt(now + duration - 1));

    expect(claim).toEqual({ outcome: 'held', until: now + duration });
    expect(table.requests).toEqual(['PutItem', 'GetItem consistent']);
  });

  test('is taken over at the end of the lease', async () => {
    const effect = anEffect();
    await effects().claimEffect(effect, leaseAt(now));

    const claim = await effects().claimEffect(effect, leaseAt(now + duration));

    expect(claim).toEqual({ outcome: 'claimed' });
  });

  test('has one winner when two claim it at once', async () => {
    const effect = anEffect();
    const { claimEffect } = effects();

    const claims = await Promise.all([
      claimEffect(effect, leaseAt(now)),
      claimEffect(effect, leaseAt(now)),
    ]);

    expect(claims.map(({ outcome }) => outcome).toSorted()).toEqual(['claimed', 'held']);
  });

  test('is claimed again by the token that holds it', async () => {
    const effect = anEffect();
    const lease = leaseAt(now);
    await effects().claimEffect(effect, lease);

    await expect(effects().claimEffect(effect, lease)).resolves.toEqual({ outcome: 'claimed' });
  });

  test('is done for good once it is finished', async () => {
    const effect = anEffect();
    const lease = leaseAt(now);
    await effects().claimEffect(effect, lease);
    await effects().finishEffect(effect, { token: lease.token, now: now + 1000 });

    const claim = await effects().claimEffect(effect, leaseAt(now + 10 * duration));

    expect(claim).toEqual({ outcome: 'done' });
  });

  test('is finished in one write that keeps the message id and the time', async () => {
    const effect = anEffect({ name: 'customer-status', version: 3 });
    const lease = leaseAt(now);
    await effects().claimEffect(effect, lease);
    const table = testTable.observe();

    const done = { token: lease.token, now: now + 1000, messageId: 'message-sample' };
    await expect(effectsOf(table).finishEffect(effect, done)).resolves.toBe(true);

    expect(table.requests).toEqual(['UpdateItem']);
    expect(await testTable.itemAt(keyOf(effect))).toMatchObject({
      SK: `EFFECT#${effect.orderId}#customer-status#3`,
      doneAt: '2026-11-20T09:30:01.000Z',
      messageId: 'message-sample',
    });
  });

  test('is finished again by a retry', async () => {
    const effect = anEffect();
    const lease = leaseAt(now);
    await effects().claimEffect(effect, lease);
    await effects().finishEffect(effect, { token: lease.token, now });

    const again = effects().finishEffect(effect, { token: lease.token, now });

    await expect(again).resolves.toBe(true);
  });

  test('cannot be finished by a holder whose lease was taken over', async () => {
    const effect = anEffect();
    const late = leaseAt(now);
    await effects().claimEffect(effect, late);
    await effects().claimEffect(effect, leaseAt(now + duration));

    const finished = await effects().finishEffect(effect, { token: late.token, now });

    expect(finished).toBe(false);
    expect(await testTable.itemAt(keyOf(effect))).not.toHaveProperty('doneAt');
  });

  test('is free at once when it is given back, in one write', async () => {
    const effect = anEffect();
    const lease = leaseAt(now);
    await effects().claimEffect(effect, lease);
    const table = testTable.observe();

    await expect(effectsOf(table).releaseEffect(effect, lease.token)).resolves.toBe(true);

    expect(table.requests).toEqual(['UpdateItem']);
    await expect(effects().claimEffect(effect, leaseAt(now + 1))).resolves.toEqual({
      outcome: 'claimed',
    });
  });

  test('cannot be given back by somebody else', async () => {
    const effect = anEffect();
    await effects().claimEffect(effect, leaseAt(now));

    await expect(effects().releaseEffect(effect, randomUUID())).resolves.toBe(false);

    await expect(effects().claimEffect(effect, leaseAt(now))).resolves.toMatchObject({
      outcome: 'held',
    });
  });

  test.each([
    ['name', anEffect({ name: 'customer-status' }), { name: 'customer-rejected' }],
    ['version', anEffect({ name: 'customer-status', version: 3 }), { version: 4 }],
    ['order', anEffect(), { orderId: v.parse(OrderId, randomUUID()) }],
    ['tenant', anEffect(), { tenantId: newTenantId() }],
  ] as const)('is another one under another %s', async (_, effect, changes) => {
    await effects().claimEffect(effect, leaseAt(now));

    const claim = await effects().claimEffect({ ...effect, ...changes }, leaseAt(now));

    expect(claim).toEqual({ outcome: 'claimed' });
  });

  test('is kept for 90 days from its last write', async () => {
    const effect = anEffect();
    const lease = leaseAt(now);
    const ninetyDays = 90 * 86_400;

    await effects().claimEffect(effect, lease);
    const claimed = await testTable.itemAt(keyOf(effect));
    await effects().finishEffect(effect, { token: lease.token, now: now + 60_000 });
    const finished = await testTable.itemAt(keyOf(effect));

    expect([claimed?.['expiresAt'], finished?.['expiresAt']]).toEqual([
      now / 1000 + ninetyDays,
      now / 1000 + 60 + ninetyDays,
    ]);
  });

  test('is an ItemError when its item does not fit', async () => {
    const effect = anEffect();
    await testTable.put({ ...keyOf(effect), token: 'no uuid', leaseUntil: now + duration });

    const claim = effects().claimEffect(effect, leaseAt(now));

    await expect(claim).rejects.toThrow(ItemError);
    await expect(claim).rejects.toThrow(
      /^An effect in the table does not fit its schema at \/token: /,
    );
  });
});
