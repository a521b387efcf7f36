import { randomUUID } from 'node:crypto';
import { acceptOrder } from '@bbws/dynamo/accept-order';
import { completeOrder } from '@bbws/dynamo/complete-order';
import { orderKey } from '@bbws/dynamo/keys';
import type { Table } from '@bbws/dynamo/table';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf, completionOf, noteOf } from '@bbws/dynamo/testing/samples';
import { startTestTable, type TestTable } from '@bbws/dynamo/testing/test-table';
import { noteInvoice } from '@bbws/dynamo/note-invoice';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { replayDeps, sendMail } from '../testing/replay-deps.ts';
import type { OrderReference } from '../replay/replay-deps.ts';
import { changedSince, distinct, withOutbox } from './find-unfinished.ts';
import { reconcile, type ReconcileOptions } from './reconcile.ts';

// Hundreds of orders.
jest.setTimeout(30_000);

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const options: ReconcileOptions = {
  window: { since: '2026-11-20T00:00:00.000Z', until: '2026-11-20T11:58:00.000Z' },
  dryRun: false,
  onProgress: () => undefined,
  isStopped: () => false,
};

const acceptedOrder = async (table: Table) => {
  const acceptance = acceptanceOf();
  await acceptOrder(table)(acceptance);
  return acceptance;
};

/** Recorded and invoiced, and nobody was written to. */
const invoicedOrder = async (table: Table) => {
  const stored = await recordedOrder(table);
  await noteInvoice(table)({
    seen: stored,
    note: noteOf(2),
    receivedEventId: stored.outbox[0]?.id ?? '',
  });
  return storedOrder(table, stored.order);
};

const keysOf = (orders: readonly OrderReference[]) => orders.map(({ id }) => id);

describe('orders whose effects may be missing', () => {
  test('are those with an outbox, long before it is due, and those that were changed', async () => {
    const table = testTable.observe();
    const waiting = await acceptedOrder(table);
    const { order } = await invoicedOrder(table);
    let progress = [0, 0];

    const outboxes = await withOutbox(table);
    const changed = await changedSince(table, '2026-11-20T00:00:00.000Z', (done, total) => {
      progress = [done, total];
    });

    expect(keysOf(outboxes.orders)).toContain(waiting.order.id);
    expect(keysOf(outboxes.orders)).not.toContain(order.id);
    expect(keysOf(changed.orders)).toEqual(expect.arrayContaining([waiting.order.id, order.id]));
    expect(progress).toEqual([64, 64]);
    expect(keysOf(distinct([...outboxes.orders, ...changed.orders])).toSorted()).toEqual(
      keysOf(changed.orders).toSorted(),
    );
  });

  test('are all found where there are more than a page of them', async () => {
    const table = testTable.observe();
    // All in one partition of the index.
    const ids = Array.from({ length: 205 }, () => `00000000${randomUUID().slice(8)}`);
    await Promise.all(ids.map((id) => acceptOrder(table)(acceptanceOf({ id }))));

    const { orders } = await withOutbox(table);

    expect(keysOf(orders)).toEqual(expect.arrayContaining(ids));
  });
});

describe('reconciling', () => {
  test('asks each function for the effect that an order lacks', async () => {
    const table = testTable.observe();
    const { order: waiting, event } = await acceptedOrder(table);
    const { order: recorded } = await recordedOrder(table);
    await sendMail(table, recorded, 'internal-recorded');
    const { order: invoiced } = await invoicedOrder(table);
    const { deps, sent } = replayDeps(table);
    const done: number[] = [];

    const result = await reconcile(deps, [waiting, recorded, invoiced], {
      ...options,
      onProgress: (count) => done.push(count),
    });

    expect(result).toEqual({
      ...{ looked: 3, found: 3, left: [], notBegun: 0 },
      replayed: { record: 1, pdf: 1, internal: 1, confirm: 2 },
    });
    const wanted = [
      ['record-creator', waiting.id],
      ['pdf', recorded.id],
      ['customer-confirm', recorded.id],
      ['internal-notify', invoiced.id],
      ['customer-confirm', invoiced.id],
    ];
    expect(sent.map((one) => [one.to, one.event.orderId]).toSorted()).toEqual(wanted.toSorted());
    // The receipt of the event takes it out of the outbox.
    expect(sent.find(({ to }) => to === 'record-creator')?.event).toEqual(event);
    expect(done).toEqual([1, 2, 3]);
  });

  test('finds nothing when the functions have done it', async () => {
    const table = testTable.observe();
    const { order } = await invoicedOrder(table);
    await sendMail(table, order, 'internal-recorded');
    await sendMail(table, order, 'customer-recorded');
    const { deps, sent } = replayDeps(table);

    const result = await reconcile(deps, [order], options);

    expect(result).toMatchObject({ looked: 1, found: 0, left: [] });
    expect(sent).toEqual([]);
  });

  test('says in a dry run what it would send, and sends nothing', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    const { deps, sent } = replayDeps(table);

    const result = await reconcile(deps, [order], { ...options, dryRun: true });

    expect(result.replayed).toEqual({ record: 0, pdf: 1, internal: 1, confirm: 1 });
    expect(sent).toEqual([]);
  });

  test('never reopens an order that is rejected while it is looked at', async () => {
    const table = testTable.observe();
    const acceptance = await acceptedOrder(table);
    const { deps, sent } = replayDeps(table);
    let reads = 0;
    const readOrder: typeof deps.readOrder = async (tenantId, id) => {
      const stored = await deps.readOrder(tenantId, id);
      reads += 1;
      if (reads === 1) await completeOrder(table)(completionOf(acceptance, 'rejected'));
      return stored;
    };

    const result = await reconcile({ ...deps, readOrder }, [acceptance.order], options);

    expect(result.left).toMatchObject([
      { effect: 'record', why: expect.stringMatching(/^It was r/) },
    ]);
    expect(sent).toEqual([]);
    expect((await storedOrder(table, acceptance.order)).order.stage).toBe('rejected');
  });

  test('leaves what cannot be replayed, with the reason, and goes on', async () => {
    const table = testTable.observe();
    const { order: damaged } = await recordedOrder(table);
    const key = orderKey(damaged.tenantId, damaged.id);
    await testTable.put({ ...(await testTable.itemAt(key)), status: 'banana' });
    const { order } = await recordedOrder(table);
    const { deps, sent } = replayDeps(table);

    const result = await reconcile(deps, [damaged, order], options);

    expect(result).toMatchObject({ looked: 2, found: 1 });
    expect(result.left).toEqual([
      {
        ...{ tenantId: damaged.tenantId, id: damaged.id },
        why: expect.stringContaining('does not fit its schema at /status'),
      },
    ]);
    expect(sent).toHaveLength(3);
  });

  test('passes over an order that is gone', async () => {
    const { order } = acceptanceOf();
    const { deps } = replayDeps(testTable.observe());

    expect(await reconcile(deps, [order], options)).toMatchObject({ looked: 1, found: 0 });
  });

  test('ends when AWS does not answer, and begins nothing more', async () => {
    const table = testTable.observe();
    const orders = await Promise.all(Array.from({ length: 40 }, () => recordedOrder(table)));
    let sends = 0;
    const send = () => {
      sends += 1;
      return Promise.reject(new Error('socket hang up'));
    };
    const { deps } = replayDeps(table, { send });

    const ended = reconcile(
      deps,
      orders.map(({ order }) => order),
      options,
    );

    await expect(ended).rejects.toThrow('socket hang up');
    expect(sends).toBeLessThanOrEqual(16);
  });

  test('begins no further order when the operator ends it, and says how many', async () => {
    const table = testTable.observe();
    const { order: one } = await recordedOrder(table);
    const { order: other } = await recordedOrder(table);
    const { deps, sent } = replayDeps(table);

    const result = await reconcile(deps, [one, other], {
      ...options,
      isStopped: () => true,
    });

    expect(result).toMatchObject({ looked: 0, notBegun: 2 });
    expect(sent).toEqual([]);
  });
});
