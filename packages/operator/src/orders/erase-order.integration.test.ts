import { randomUUID } from 'node:crypto';
import { acceptOrder } from '@bbws/dynamo/accept-order';
import { completeOrder } from '@bbws/dynamo/complete-order';
import { noteInvoice } from '@bbws/dynamo/note-invoice';
import { removeFromOutbox } from '@bbws/dynamo/outbox';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { Table } from '@bbws/dynamo/table';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf, completionOf, noteOf, updateOf } from '@bbws/dynamo/testing/samples';
import { startTestTable, type TestTable } from '@bbws/dynamo/testing/test-table';
import { updateOrder } from '@bbws/dynamo/update-order';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { replayInvoice } from '../replay/replay-invoice.ts';
import { replayRecord } from '../replay/replay-record.ts';
import { replayDeps } from '../testing/replay-deps.ts';
import { eraseCustomer, eraseDeps, type EraseDeps } from './erase-order.ts';
import { setVisibility } from './set-visibility.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const depsOf = (table: Table): EraseDeps => ({
  ...eraseDeps(table),
  newId: randomUUID,
  now: () => new Date('2031-11-20T12:00:00.000Z'),
});

/** Has everything received that waits in the order's outbox, its latest invoice among it. */
const settle = async (table: Table, seen: StoredOrder): Promise<StoredOrder> => {
  const [event] = seen.outbox;
  if (!event) return seen;
  const { version } = seen.order;
  if (seen.order.stage === 'recorded')
    await noteInvoice(table)({ seen, note: noteOf(version), receivedEventId: event.id });
  await removeFromOutbox(table)(event);
  return storedOrder(table, seen.order);
};

const rejected = async (table: Table): Promise<StoredOrder> => {
  const acceptance = acceptanceOf();
  await acceptOrder(table)(acceptance);
  await completeOrder(table)(completionOf(acceptance, 'rejected'));
  return settle(table, await storedOrder(table, acceptance.order));
};

const invoiced = async (table: Table): Promise<StoredOrder> =>
  settle(table, await recordedOrder(table));

const cancelled = async (table: Table): Promise<StoredOrder> => {
  const updated = await updateOrder(table)(updateOf(await invoiced(table), 'cancelled'));
  if (!updated) throw new Error('The order was not changed');
  return settle(table, updated);
};

describe('Erasing the customer of an order', () => {
  test.each([
    ['rejected', rejected],
    ['cancelled', cancelled],
  ])('that was %s hides it and leaves nobody in it', async (_, make) => {
    const table = testTable.observe();
    const { order } = await make(table);

    expect(await eraseCustomer(depsOf(table), order)).toBe(true);

    expect((await storedOrder(table, order)).order).toMatchObject({
      ...{ orderNumber: order.orderNumber, status: order.status, stage: order.stage },
      ...{ active: false, version: order.version + 1, erasedAt: '2031-11-20T12:00:00.000Z' },
      customerEmail: 'erased@erased.invalid',
    });
  });

  test('is done once', async () => {
    const table = testTable.observe();
    const { order } = await cancelled(table);
    await eraseCustomer(depsOf(table), order);
    const erased = await storedOrder(table, order);

    expect(await eraseCustomer(depsOf(table), order)).toBe(false);

    expect(await storedOrder(table, order)).toEqual(erased);
  });

  test('goes on where it was cut short', async () => {
    const table = testTable.observe();
    const { order } = await cancelled(table);
    await setVisibility(depsOf(table), order, false);

    await eraseCustomer(depsOf(table), order);

    const { order: after } = await storedOrder(table, order);
    expect(after).toMatchObject({ version: order.version + 1 });
    expect(after.erasedAt).toBeDefined();
  });

  test.each<[string, (table: Table) => Promise<StoredOrder>, string]>([
    [
      'is accepted only',
      async (table) => {
        const acceptance = acceptanceOf();
        await acceptOrder(table)(acceptance);
        return storedOrder(table, acceptance.order);
      },
      'Have it recorded or rejected first',
    ],
    ['is under way', invoiced, 'is pending: it is still under way'],
    [
      'has an event that nobody received',
      async (table) => {
        const updated = await updateOrder(table)(updateOf(await invoiced(table), 'cancelled'));
        return updated ?? invoiced(table);
      },
      'pnpm order publish',
    ],
    [
      'lacks the invoice of its cancellation',
      async (table) => {
        const seen = await updateOrder(table)(updateOf(await invoiced(table), 'cancelled'));
        const [event] = seen?.outbox ?? [];
        if (!seen || !event) throw new Error('The order was not changed');
        await removeFromOutbox(table)(event);
        return storedOrder(table, seen.order);
      },
      '--effect pdf',
    ],
  ])('is refused while it %s', async (_, make, words) => {
    const table = testTable.observe();
    const stored = await make(table);

    await expect(eraseCustomer(depsOf(table), stored.order)).rejects.toThrow(words);

    expect(await storedOrder(table, stored.order)).toEqual(stored);
  });

  test('looks again when somebody changes the order in between', async () => {
    const table = testTable.observe();
    const { order } = await cancelled(table);
    const deps = depsOf(table);
    let reads = 0;

    const erased = await eraseCustomer(
      {
        ...deps,
        readOrder: async (...args) => {
          const read = await deps.readOrder(...args);
          reads += 1;
          // Behind the first look, and before the order is hidden.
          if (reads === 1) {
            await setVisibility(deps, order, false);
            await setVisibility(deps, order, true);
          }
          return read;
        },
      },
      order,
    );

    expect(erased).toBe(true);
    expect((await storedOrder(table, order)).order).toMatchObject({ active: false });
  });
});

describe('An order that was erased', () => {
  const erased = async (make: typeof cancelled) => {
    const table = testTable.observe();
    const { order } = await make(table);
    await eraseCustomer(depsOf(table), order);
    return { table, order };
  };

  test('is never shown again', async () => {
    const { table, order } = await erased(cancelled);

    await expect(setVisibility(depsOf(table), order, true)).rejects.toThrow('was erased at');
  });

  test('gets no more invoices', async () => {
    const { table, order } = await erased(cancelled);
    const { deps } = replayDeps(table);

    const replay = replayInvoice(deps, order, { again: true, dryRun: false });

    await expect(replay).rejects.toThrow('would name nobody');
  });

  test('is not reopened', async () => {
    const { table, order } = await erased(rejected);
    const { deps } = replayDeps(table);

    await expect(replayRecord(deps, order, { dryRun: false })).rejects.toThrow('was erased at');
  });
});
