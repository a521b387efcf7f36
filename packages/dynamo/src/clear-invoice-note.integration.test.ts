import { randomUUID } from 'node:crypto';
import { RecordedOrder } from '@bbws/domain/order';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { clearInvoiceNote, type NoteClearing } from './clear-invoice-note.ts';
import { noteInvoice } from './note-invoice.ts';
import type { StoredOrder } from './stored-order.ts';
import { recordedOrder, storedOrder } from './testing/recorded.ts';
import { eventOf, noteOf, updateOf } from './testing/samples.ts';
import { startTestTable, type ObservedTable, type TestTable } from './testing/test-table.ts';
import { updateOrder } from './update-order.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

/** A recorded order with its invoice noted, and nothing in its outbox. */
const invoiced = async (table: ObservedTable) => {
  const seen = await recordedOrder(table);
  const receivedEventId = seen.outbox[0]?.id ?? '';
  await noteInvoice(table)({ seen, note: noteOf(2), receivedEventId });
  return storedOrder(table, seen.order);
};

const clearingOf = ({ order, outboxDueAt }: StoredOrder): NoteClearing => ({
  order: v.parse(RecordedOrder, order),
  outboxDueAt,
  event: eventOf('order.status-changed', order, { occurredAt: '2026-11-20T11:00:00.000Z' }),
});

describe('clearing the note of an invoice', () => {
  test('is one write, with the event that asks for another rendering, and leaves the version alone', async () => {
    const table = testTable.observe();
    const seen = await invoiced(table);
    const clearing = clearingOf(seen);
    const before = table.requests.length;

    await expect(clearInvoiceNote(table)(clearing)).resolves.toBe(true);

    expect(table.requests.slice(before)).toEqual(['UpdateItem']);
    const { pdf, ...order } = clearing.order;
    expect(pdf).toBeDefined();
    expect(await storedOrder(table, order)).toEqual({
      ...seen,
      order,
      outbox: [clearing.event],
      outboxDueAt: '2026-11-20T11:02:00.000Z',
    });
  });

  test('lets the same version be noted again, which takes the event out of the outbox', async () => {
    const table = testTable.observe();
    const clearing = clearingOf(await invoiced(table));
    await clearInvoiceNote(table)(clearing);
    const seen = await storedOrder(table, clearing.order);

    const noting = { seen, note: noteOf(2, 'b'), receivedEventId: clearing.event.id };
    await expect(noteInvoice(table)(noting)).resolves.toBe(true);

    const { outbox, outboxDueAt } = await storedOrder(table, clearing.order);
    expect([outbox, outboxDueAt]).toEqual([[], undefined]);
  });

  test('does not clear another note than the one that was read', async () => {
    const table = testTable.observe();
    const seen = await invoiced(table);
    const paid = await updateOrder(table)(updateOf(seen));
    if (!paid) throw new Error('The order was not paid');
    const receivedEventId = paid.outbox[0]?.id ?? '';
    await noteInvoice(table)({ seen: paid, note: noteOf(3, 'c'), receivedEventId });

    await expect(clearInvoiceNote(table)(clearingOf(seen))).resolves.toBe(false);

    const { order, outbox } = await storedOrder(table, seen.order);
    expect([order, outbox]).toMatchObject([{ pdf: { orderVersion: 3 } }, []]);
  });

  test('clears nothing where there is no note', async () => {
    const table = testTable.observe();
    const clearing = clearingOf(await recordedOrder(table));

    await expect(clearInvoiceNote(table)(clearing)).resolves.toBe(false);
  });

  test('succeeds when a retry meets its own write', async () => {
    const table = testTable.observe();
    const clearing = clearingOf(await invoiced(table));
    await clearInvoiceNote(table)(clearing);

    await expect(clearInvoiceNote(table)(clearing)).resolves.toBe(true);
  });

  test('keeps an earlier time at which the outbox is looked at', async () => {
    const table = testTable.observe();
    const clearing = clearingOf(await invoiced(table));

    await clearInvoiceNote(table)({ ...clearing, outboxDueAt: '2026-11-20T10:00:00.000Z' });

    expect((await storedOrder(table, clearing.order)).outboxDueAt).toBe('2026-11-20T10:00:00.000Z');
  });

  test('makes no order where there is none', async () => {
    const table = testTable.observe();
    const clearing = clearingOf(await invoiced(table));
    const elsewhere = v.parse(RecordedOrder, { ...clearing.order, id: randomUUID() });

    await expect(clearInvoiceNote(table)({ ...clearing, order: elsewhere })).resolves.toBe(false);

    await expect(storedOrder(table, elsewhere)).rejects.toThrow('No order');
  });
});
