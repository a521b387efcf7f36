import { RecordedOrder } from '@bbws/domain/order';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { clearInvoiceNote } from './clear-invoice-note.ts';
import { eraseOrder } from './erase-order.ts';
import { hideOrder } from './hide-order.ts';
import { orderKey } from './keys.ts';
import { noteInvoice } from './note-invoice.ts';
import { showOrder } from './show-order.ts';
import type { StoredOrder } from './stored-order.ts';
import { operatorChange } from './testing/operator-change.ts';
import { recordedOrder, storedOrder } from './testing/recorded.ts';
import { eventOf, noteOf, updateOf } from './testing/samples.ts';
import { startTestTable, type ObservedTable, type TestTable } from './testing/test-table.ts';
import { updateOrder } from './update-order.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const at = '2031-11-20T10:15:00.000Z';

const invoiced = async (table: ObservedTable, changes: object = {}): Promise<StoredOrder> => {
  const seen = await recordedOrder(table, changes);
  const receivedEventId = seen.outbox[0]?.id ?? '';
  await noteInvoice(table)({ seen, note: noteOf(2), receivedEventId });
  return storedOrder(table, seen.order);
};

const hidden = async (table: ObservedTable): Promise<StoredOrder> => {
  const { order } = await invoiced(table, { customerVatNumber: '4123456789' });
  await hideOrder(table)(operatorChange(order));
  return storedOrder(table, order);
};

describe('erasing an order', () => {
  test('is one write, after which nothing in the item is personal', async () => {
    const table = testTable.observe();
    const { order } = await hidden(table);
    const requests = table.requests.length;

    expect(await eraseOrder(table)(order, at)).toBe(true);

    const item = JSON.stringify(await testTable.itemAt(orderKey(order.tenantId, order.id)));
    expect(table.requests.slice(requests)).toEqual(['UpdateItem']);
    for (const word of [
      'Thandi',
      'thandi',
      '4123456789',
      'Example Street',
      'Cape',
      '8001',
      'linkKey',
    ])
      expect(item).not.toContain(word);
  });

  test('keeps what the order was about, its version and its history', async () => {
    const table = testTable.observe();
    const { order } = await hidden(table);

    await eraseOrder(table)(order, at);

    const { customerEmail, customerName, customerVatNumber, billingAddress, ...rest } = order;
    const after = (await storedOrder(table, order)).order;
    expect(after).toMatchObject({ ...rest, erasedAt: at });
    expect(after).not.toMatchObject({ customerEmail });
    expect(after).not.toMatchObject({ customerVatNumber });
    expect([after.customerName, after.billingAddress]).not.toEqual([customerName, billingAddress]);
  });

  test('takes the number of the payment, and leaves how and when it was paid', async () => {
    const table = testTable.observe();
    const paid = await updateOrder(table)(updateOf(await invoiced(table)));
    if (!paid) throw new Error('The order was not changed');
    const { PK, SK } = orderKey(paid.order.tenantId, paid.order.id);
    const item = await testTable.itemAt({ PK, SK });
    await testTable.put({ ...item, active: false, outbox: {} });

    await eraseOrder(table)((await storedOrder(table, paid.order)).order, at);

    const { order } = await storedOrder(table, paid.order);
    expect(order).toMatchObject({ paymentDetails: { method: 'card', transactionId: 'Erased' } });
  });

  test.each<[string, (table: ObservedTable) => Promise<StoredOrder>]>([
    ['is not hidden', invoiced],
    [
      'has something in its outbox',
      async (table) => {
        const { order } = await recordedOrder(table);
        await hideOrder(table)(operatorChange(order));
        return storedOrder(table, order);
      },
    ],
    [
      'was changed since it was read',
      async (table) => {
        const stored = await hidden(table);
        return { ...stored, order: { ...stored.order, version: stored.order.version - 1 } };
      },
    ],
  ])('does nothing to one that %s', async (_, make) => {
    const table = testTable.observe();
    const { order } = await make(table);
    const before = await storedOrder(table, order);

    expect(await eraseOrder(table)(order, at)).toBe(false);

    expect(await storedOrder(table, order)).toEqual(before);
  });
});

describe('an order that was erased', () => {
  test.each<[string, (table: ObservedTable, seen: StoredOrder) => Promise<unknown>]>([
    ['shown', async (table, { order }) => showOrder(table)(operatorChange(order))],
    [
      'asked for another rendering',
      async (table, { order }) => {
        const event = eventOf('order.status-changed', order);
        const cleared = await clearInvoiceNote(table)({
          order: v.parse(RecordedOrder, order),
          event,
        });
        return cleared ? order : undefined;
      },
    ],
  ])('is not %s by what was read before', async (_, change) => {
    const table = testTable.observe();
    const seen = await hidden(table);
    await eraseOrder(table)(seen.order, at);
    const erased = await storedOrder(table, seen.order);

    expect(await change(table, seen)).toBeUndefined();

    expect(await storedOrder(table, seen.order)).toEqual(erased);
  });
});
