import { randomUUID } from 'node:crypto';
import { OrderId } from '@bbws/domain/identifiers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import type { Effect } from './effect.ts';
import { repeatsKey } from './keys.ts';
import { listEffects } from './list-effects.ts';
import { listRepeats } from './list-repeats.ts';
import { noteRepeat } from './note-repeat.ts';
import { ItemError } from './parse-item.ts';
import { newTenantId } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const now = Date.UTC(2026, 10, 20, 9, 30);
const aMail = (changes: Partial<Effect> = {}): Effect => ({
  tenantId: newTenantId(),
  orderId: v.parse(OrderId, randomUUID()),
  name: 'customer-recorded',
  ...changes,
});

describe('the repeated mails of an order', () => {
  test('are none before an operator repeats one, told by one read', async () => {
    const table = testTable.observe();
    const { tenantId, orderId } = aMail();

    expect(await listRepeats(table)(tenantId, orderId)).toEqual([]);
    expect(table.requests).toEqual(['GetItem consistent']);
  });

  test('are those noted, each by one write, and no effects', async () => {
    const table = testTable.observe();
    const confirmation = aMail();
    const { tenantId, orderId } = confirmation;
    const status = aMail({ tenantId, orderId, name: 'customer-status', version: 3 });

    await noteRepeat(table)(confirmation, { messageId: 'ses-1', now });
    await noteRepeat(table)(status, { messageId: 'ses-2', now });

    expect(table.requests).toEqual(['UpdateItem', 'UpdateItem']);
    expect(await listRepeats(table)(tenantId, orderId)).toEqual([
      { name: 'customer-recorded', messageId: 'ses-1' },
      { name: 'customer-status', version: 3, messageId: 'ses-2' },
    ]);
    expect(await listEffects(table)(tenantId, orderId)).toEqual([]);
  });

  test('are kept for 90 days after the last', async () => {
    const mail = aMail();

    await noteRepeat(testTable.observe())(mail, { messageId: 'ses-1', now });

    const item = await testTable.itemAt(repeatsKey(mail.tenantId, mail.orderId));
    expect(item).toHaveProperty('expiresAt', now / 1000 + 90 * 86_400);
  });

  test('that are no mails are an error that names the place', async () => {
    const { tenantId, orderId } = aMail();
    await testTable.put({ ...repeatsKey(tenantId, orderId), mails: [{ name: 'other' }] });

    await expect(listRepeats(testTable.observe())(tenantId, orderId)).rejects.toThrow(ItemError);
  });
});
