import { randomUUID } from 'node:crypto';
import { invoiceKeyAt } from '@bbws/domain/invoice-key';
import { RecordedOrder } from '@bbws/domain/order';
import { acceptOrder } from '@bbws/dynamo/accept-order';
import { noteInvoice } from '@bbws/dynamo/note-invoice';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf, noteOf, updateOf } from '@bbws/dynamo/testing/samples';
import {
  startTestTable,
  type ObservedTable,
  type TestTable,
} from '@bbws/dynamo/testing/test-table';
import { updateOrder } from '@bbws/dynamo/update-order';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { replayDeps } from '../testing/replay-deps.ts';
import { setVisibility, visibilityDeps } from '../orders/set-visibility.ts';
import { replayInvoice } from './replay-invoice.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const plain = { again: false, dryRun: false };
const again = { again: true, dryRun: false };

const noted = async (table: ObservedTable): Promise<StoredOrder> => {
  const seen = await recordedOrder(table);
  const receivedEventId = seen.outbox[0]?.id ?? '';
  const key = invoiceKeyAt(v.parse(RecordedOrder, seen.order), 2);
  await noteInvoice(table)({ seen, note: { ...noteOf(2), key }, receivedEventId });
  return storedOrder(table, seen.order);
};

describe('replaying an invoice that was never rendered', () => {
  test('sends pdf the event that waits in the outbox', async () => {
    const table = testTable.observe();
    const { order, outbox } = await recordedOrder(table);
    const { deps, sent } = replayDeps(table);

    const { steps } = await replayInvoice(deps, order, plain);

    expect(sent).toEqual([{ to: 'pdf', event: outbox[0] }]);
    expect(steps).toEqual(['sent: order.recorded of version 2 to pdf']);
  });

  test('makes an event where none waits', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    const { deps, sent } = replayDeps(table);
    const readOrder: typeof deps.readOrder = async () => ({ order, outbox: [] });

    await replayInvoice({ ...deps, readOrder }, order, plain);

    expect(sent).toMatchObject([{ event: { type: 'order.recorded', orderVersion: 2 } }]);
  });

  test('sends nothing in a dry run', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    const { deps, sent } = replayDeps(table);

    const { steps } = await replayInvoice(deps, order, { again: false, dryRun: true });

    expect([sent, steps.length]).toEqual([[], 1]);
  });
});

describe('replaying an invoice that was rendered', () => {
  test.each([
    ['lies there', noteOf(2).sha256, /and lies under \S+\.pdf. There is nothing to mend/],
    ['was lost', undefined, /but \S+\.pdf is not in the bucket. Use --again/],
    ['was damaged', 'f'.repeat(64), /but \S+\.pdf has other bytes than were noted. Use --again/],
  ])('says so, and whether it %s', async (_, hash, words) => {
    const table = testTable.observe();
    const { order } = await noted(table);
    const { deps, sent } = replayDeps(table, { invoiceHash: async () => hash });

    const { steps, why } = await replayInvoice(deps, order, plain);

    expect([sent, steps]).toEqual([[], []]);
    expect(why).toMatch(words);
  });

  test('clears its note and asks for the same again, in one write', async () => {
    const table = testTable.observe();
    const { order } = await noted(table);
    const { deps, sent } = replayDeps(table);

    const { steps } = await replayInvoice(deps, order, again);

    const stored = await storedOrder(table, order);
    expect(stored.order).not.toHaveProperty('pdf');
    expect(stored.order.version).toBe(2);
    expect(sent).toEqual([{ to: 'pdf', event: stored.outbox[0] }]);
    expect(steps).toEqual([
      expect.stringMatching(/^cleared: the note of \S+\.pdf, rendered at 2026-11-20T10:05/),
      'sent: order.status-changed of version 2 to pdf',
    ]);
  });

  test('is refused while it lies there as it was issued, unless it is to be overwritten', async () => {
    const table = testTable.observe();
    const { order } = await noted(table);
    const { deps, sent } = replayDeps(table, { invoiceHash: async () => noteOf(2).sha256 });

    await expect(replayInvoice(deps, order, again)).rejects.toThrow('Add --overwrite');
    expect(sent).toEqual([]);
    expect((await storedOrder(table, order)).order).toHaveProperty('pdf');
    await replayInvoice(deps, order, { ...again, overwrite: true });

    expect(sent).toMatchObject([{ to: 'pdf' }]);
  });

  test('is left alone when the order changed in what the invoice does not show', async () => {
    const table = testTable.observe();
    const { order } = await noted(table);
    const clock = { newId: randomUUID, now: () => new Date('2026-11-20T10:30:00.000Z') };
    await setVisibility({ ...visibilityDeps(table), ...clock }, order, false);
    const { deps, sent } = replayDeps(table, { invoiceHash: async () => noteOf(2).sha256 });

    const { steps } = await replayInvoice(deps, order, plain);

    expect([sent, steps]).toEqual([[], []]);
  });

  test('asks in a way that means no mail, whatever the order has become', async () => {
    const table = testTable.observe();
    const stored = await noted(table);
    await updateOrder(table)(updateOf(stored));

    await replayInvoice(replayDeps(table).deps, stored.order, again);

    const { order, outbox } = await storedOrder(table, stored.order);
    expect(order).toMatchObject({ status: 'paid', version: 3 });
    expect(outbox.find(({ correlationId }) => correlationId.startsWith('replay-'))).toMatchObject({
      type: 'order.status-changed',
      orderVersion: 2,
      paymentChanged: true,
    });
  });

  test('leaves the note in a dry run', async () => {
    const table = testTable.observe();
    const stored = await noted(table);
    const { deps, sent } = replayDeps(table);

    await replayInvoice(deps, stored.order, { again: true, dryRun: true });

    expect(sent).toEqual([]);
    expect(await storedOrder(table, stored.order)).toEqual(stored);
  });

  test('is refused when somebody else renders it at the same time', async () => {
    const table = testTable.observe();
    const { order } = await noted(table);
    const { deps, sent } = replayDeps(table, { clearInvoiceNote: async () => false });

    await expect(replayInvoice(deps, order, again)).rejects.toThrow('Somebody else rendered');

    expect(sent).toEqual([]);
  });

  test('asks for the present state when the order has changed since', async () => {
    const table = testTable.observe();
    const stored = await noted(table);
    await updateOrder(table)(updateOf(stored));
    const { deps, sent } = replayDeps(table);

    await replayInvoice(deps, stored.order, plain);

    expect(sent).toMatchObject([{ to: 'pdf', event: { type: 'order.recorded', orderVersion: 3 } }]);
  });
});

test('an order that is no record has no invoice to replay', async () => {
  const table = testTable.observe();
  const acceptance = acceptanceOf();
  await acceptOrder(table)(acceptance);

  const replay = replayInvoice(replayDeps(table).deps, acceptance.order, again);

  await expect(replay).rejects.toThrow('is accepted: only a record has an invoice');
});
