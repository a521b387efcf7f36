import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { OrderEvent } from '@bbws/domain/order-event';
import { aRecordedOrder, anAcceptedOrder, anEvent } from '@bbws/domain/testing/builders';
import { aHistory } from '@bbws/domain/testing/history';
import type { Noting } from '@bbws/dynamo/note-invoice';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import { aContext, endlessSleep, sqsEvent, sqsEventOf } from '@bbws/lambda/testing/sqs-event';
import { makeHandler, type Deps } from './handler.ts';
import type { Invoice } from './put-invoice.ts';

const bytes = new TextEncoder().encode('%PDF-sample');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const renderedAt = '2026-11-20T09:33:00.000Z';
const writeId = '55555555-5555-4555-8555-555555555555';
const done = { batchItemFailures: [] };
const failed = { batchItemFailures: [{ itemIdentifier: 'message-1' }] };
const recorded = anEvent('order.recorded');
const key = 'tenant-sample/orders/order_0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11';

/** An order in the table, and what was done about its invoice. */
const pdfDeps = (order: StoredOrder['order'] = aRecordedOrder(), changes: Partial<Deps> = {}) => {
  const put: Invoice[] = [];
  const noted: Noting[] = [];
  const removed: OrderEvent[] = [];
  const { metrics, counts } = observedMetrics();
  const deps: Deps = {
    log: observedLog().log,
    metrics,
    readOrder: async () => ({ order, outbox: [recorded] }),
    renderInvoice: async () => bytes,
    putInvoice: async (invoice) => void put.push(invoice),
    noteInvoice: async (noting) => {
      noted.push(noting);
      return true;
    },
    removeFromOutbox: async (event) => void removed.push(event),
    queue: { delay: async () => undefined, deadLetter: async () => undefined },
    newId: () => writeId,
    now: () => new Date(renderedAt),
    random: () => 0.5,
    sleep: endlessSleep,
    maxReceiveCount: 5,
    ...changes,
  };
  return { deps, put, noted, removed, counts };
};

const receive = (deps: Deps, event: OrderEvent = recorded) =>
  makeHandler(deps)(sqsEventOf(event), aContext);

describe('pdf', () => {
  test('stores the invoice and notes it on the order', async () => {
    const { deps, put, noted } = pdfDeps();

    const response = await receive(deps);

    expect(response).toEqual(done);
    expect(put).toEqual([{ key: `${key}.pdf`, bytes, fileName: 'ORD-20261120-00001' }]);
    expect(noted).toMatchObject([
      {
        note: { key: `${key}.pdf`, sha256, renderedAt, orderVersion: 2, writeId },
        receivedEventId: recorded.id,
      },
    ]);
  });

  test('renders nothing for an order whose customer was erased, and has done with the message', async () => {
    const { deps, put, noted, removed } = pdfDeps(aRecordedOrder({ erasedAt: renderedAt }));

    const response = await receive(deps);

    expect(response).toEqual(done);
    expect([put, noted, removed]).toEqual([[], [], [recorded]]);
  });

  test('stores the invoice of a paid order beside the one that was issued', async () => {
    const statusHistory = aHistory('pending', 'pending', 'paid');
    const { deps, put } = pdfDeps(aRecordedOrder({ status: 'paid', version: 3, statusHistory }));

    await receive(deps, anEvent('order.status-changed', { orderVersion: 3, paymentChanged: true }));

    expect(put).toMatchObject([{ key: `${key}_v3.pdf` }]);
  });

  test('stores it under the same key when the order was prepared meanwhile', async () => {
    const statusHistory = aHistory('pending', 'pending', 'paid', 'processing');
    const order = aRecordedOrder({ status: 'processing', version: 4, statusHistory });
    const { deps, put, noted } = pdfDeps(order);

    await receive(deps, anEvent('order.status-changed', { orderVersion: 3, paymentChanged: true }));

    expect(put).toMatchObject([{ key: `${key}_v3.pdf` }]);
    expect(noted).toMatchObject([{ note: { key: `${key}_v3.pdf`, orderVersion: 4 } }]);
  });

  test('renders nothing when the payment is as it was', async () => {
    const { deps, put } = pdfDeps();

    const response = await receive(deps, anEvent('order.status-changed', { orderVersion: 3 }));

    expect(response).toEqual(done);
    expect(put).toEqual([]);
  });

  test('renders nothing when this version, or a newer one, is noted', async () => {
    const pdf = { key: `${key}.pdf`, sha256, renderedAt, orderVersion: 2, writeId };
    const { deps, put, removed, counts } = pdfDeps(aRecordedOrder({ pdf }));

    const response = await receive(deps);

    expect(response).toEqual(done);
    expect(put).toEqual([]);
    expect(removed).toEqual([recorded]);
    expect(counts).toEqual({ Duplicates: 1 });
  });

  test('reads and renders again when the order changes under its hands', async () => {
    const answers = [false, true];
    const { deps, put, counts } = pdfDeps(aRecordedOrder(), {
      noteInvoice: async () => answers.shift() ?? true,
    });

    const response = await receive(deps);

    expect(response).toEqual(done);
    expect(put).toHaveLength(2);
    expect(counts['InvoicesRendered']).toBe(1);
  });

  test('puts the message off when the order never rests', async () => {
    const { deps, put } = pdfDeps(aRecordedOrder(), { noteInvoice: async () => false });

    expect(await receive(deps)).toEqual(failed);
    expect(put).toHaveLength(4);
  });

  test.each([
    ['missing', { readOrder: async () => undefined }],
    ['not recorded', { readOrder: async () => ({ order: anAcceptedOrder(), outbox: [] }) }],
  ])('retries while the order is %s', async (_, changes) => {
    const { deps, put } = pdfDeps(aRecordedOrder(), changes);

    expect(await receive(deps)).toEqual(failed);
    expect(put).toEqual([]);
  });

  test('notes nothing when the invoice could not be stored', async () => {
    const { deps, noted } = pdfDeps(aRecordedOrder(), {
      putInvoice: async () => Promise.reject(new Error('away')),
    });

    expect(await receive(deps)).toEqual(failed);
    expect(noted).toEqual([]);
  });

  test('renders one invoice after the other', async () => {
    let running = 0;
    let most = 0;
    const { deps } = pdfDeps(aRecordedOrder(), {
      renderInvoice: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return bytes;
      },
    });
    const message = { body: JSON.stringify(recorded) };

    await makeHandler(deps)(sqsEvent(message, message, message), aContext);

    expect(most).toBe(1);
  });
});
