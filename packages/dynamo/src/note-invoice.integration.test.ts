import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderKey } from './keys.ts';
import { noteInvoice } from './note-invoice.ts';
import { removeFromOutbox } from './outbox.ts';
import type { StoredOrder } from './stored-order.ts';
import type { Table } from './table.ts';
import { recordedOrder, storedOrder } from './testing/recorded.ts';
import { newTenantId, noteOf, updateOf } from './testing/samples.ts';
import { startTestTable, type TestTable } from './testing/test-table.ts';
import { updateOrder } from './update-order.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

/** The event that a stored order's outbox holds alone. */
const onlyEvent = ({ outbox }: StoredOrder) => {
  const [event] = outbox;
  if (!event || outbox.length > 1) throw new Error('One event was expected');
  return event;
};

const noting = (seen: StoredOrder, orderVersion = seen.order.version, letter = 'a') => ({
  seen,
  note: noteOf(orderVersion, letter),
  receivedEventId: onlyEvent(seen).id,
});

/** Changes the order, as `update` does: the event is in the outbox and not yet published. */
const changed = async (table: Table, seen: StoredOrder, status: 'paid' | 'processing' = 'paid') => {
  const updated = await updateOrder(table)(updateOf(seen, status));
  if (!updated) throw new Error('The update was lost');
  return updated;
};

describe('noting an invoice', () => {
  test('is one write', async () => {
    const seen = await recordedOrder(testTable.observe());
    const table = testTable.observe();

    await expect(noteInvoice(table)(noting(seen))).resolves.toBe(true);

    expect(table.requests).toEqual(['UpdateItem']);
  });

  test('changes the note and the outbox only, not the version', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);

    await noteInvoice(table)(noting(seen));

    expect(await storedOrder(table, seen.order)).toEqual({
      order: { ...seen.order, pdf: noteOf(2) },
      outbox: [],
      linkKey: seen.linkKey,
    });
  });

  test('takes the order out of the outbox index with its last event', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);

    await noteInvoice(table)(noting(seen));

    const item = await testTable.itemAt(orderKey(seen.order.tenantId, seen.order.id));
    expect(Object.keys(item ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching('GSI4')]),
    );
  });

  test('keeps the other events and their due time', async () => {
    const table = testTable.observe();
    const recorded = await recordedOrder(table);
    const seen = await changed(table, recorded);

    await noteInvoice(table)({ ...noting(recorded), seen });

    expect(await storedOrder(table, seen.order)).toMatchObject({
      outbox: [{ type: 'order.status-changed' }],
      outboxDueAt: seen.outboxDueAt,
    });
  });

  test.each([
    ['of the same version', 3],
    ['of a newer version', 4],
  ])('does not replace a note %s', async (_, version) => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);
    await noteInvoice(table)(noting(seen, version, 'b'));
    const stored = await storedOrder(table, seen.order);

    const late = { ...noting(seen, 3), seen: stored };
    await expect(noteInvoice(table)(late)).resolves.toBe(false);

    expect(await storedOrder(table, seen.order)).toEqual(stored);
  });

  test('has succeeded when a retry meets its own write', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);
    await noteInvoice(table)(noting(seen));

    await expect(noteInvoice(table)(noting(seen))).resolves.toBe(true);
  });

  test('replaces the note of an older version', async () => {
    const table = testTable.observe();
    const recorded = await recordedOrder(table);
    await noteInvoice(table)(noting(recorded));
    const seen = await changed(table, await storedOrder(table, recorded.order));

    await expect(noteInvoice(table)(noting(seen))).resolves.toBe(true);

    expect((await storedOrder(table, seen.order)).order).toMatchObject({ pdf: noteOf(3) });
  });

  test('is refused when an event came into the outbox since the order was read', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);
    const updated = await changed(table, seen);
    const observed = testTable.observe();

    await expect(noteInvoice(observed)(noting(seen))).resolves.toBe(false);

    expect(observed.requests).toEqual(['UpdateItem', 'GetItem consistent']);
    expect(await storedOrder(table, seen.order)).toEqual(updated);
  });

  test('is refused when the outbox holds another event, as many as were read', async () => {
    const table = testTable.observe();
    const recorded = await recordedOrder(table);
    await removeFromOutbox(table)(onlyEvent(recorded));
    const seen = await changed(table, await storedOrder(table, recorded.order));
    // Between its read and its note the event is published and taken out, and the order changed once more.
    await removeFromOutbox(table)(onlyEvent(seen));
    const stored = await changed(table, await storedOrder(table, seen.order), 'processing');

    await expect(noteInvoice(table)(noting(seen))).resolves.toBe(false);

    expect(await storedOrder(table, seen.order)).toEqual(stored);
    expect(stored.outboxDueAt).toBeDefined();
  });

  test('makes no item when there is no order', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);
    const absent = { ...seen, order: { ...seen.order, tenantId: newTenantId() } };

    await expect(noteInvoice(table)(noting(absent))).resolves.toBe(false);

    const { tenantId, id } = absent.order;
    expect(await testTable.itemAt(orderKey(tenantId, id))).toBeUndefined();
  });

  test('and a status change at once are both present afterwards', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);
    const noteUntilDone = async (round: StoredOrder): Promise<void> => {
      const one = { ...noting(seen), seen: round };
      if (!(await noteInvoice(table)(one)))
        await noteUntilDone(await storedOrder(table, seen.order));
    };

    const [updated] = await Promise.all([updateOrder(table)(updateOf(seen)), noteUntilDone(seen)]);

    expect(updated?.order.status).toBe('paid');
    expect(await storedOrder(table, seen.order)).toMatchObject({
      order: { status: 'paid', version: 3, pdf: noteOf(2) },
      outbox: [{ type: 'order.status-changed' }],
    });
  });

  test('does not stand in the way of a status change that was read before it', async () => {
    const table = testTable.observe();
    const seen = await recordedOrder(table);
    await noteInvoice(table)(noting(seen));

    const updated = await updateOrder(table)(updateOf(seen));

    expect(updated?.order).toMatchObject({ status: 'paid', pdf: noteOf(2) });
  });
});
