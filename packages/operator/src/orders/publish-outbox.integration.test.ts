import { acceptOrder } from '@bbws/dynamo/accept-order';
import { completeOrder } from '@bbws/dynamo/complete-order';
import { outboxOf } from '@bbws/dynamo/outbox';
import { readOrder } from '@bbws/dynamo/read-order';
import type { Table } from '@bbws/dynamo/table';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf, completionOf, eventOf, updateOf } from '@bbws/dynamo/testing/samples';
import { startTestTable, type TestTable } from '@bbws/dynamo/testing/test-table';
import { updateOrder } from '@bbws/dynamo/update-order';
import type { OrderEvent } from '@bbws/domain/order-event';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { describePublication, publishOutbox, type PublishDeps } from './publish-outbox.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const twoDaysLater = new Date('2026-11-22T10:00:00.000Z');
const aSeasonLater = new Date('2027-03-10T10:00:00.000Z');

const depsOf = (table: Table, changes: Partial<PublishDeps> = {}) => {
  const published: OrderEvent[] = [];
  const deps: PublishDeps = {
    ...outboxOf(table),
    readOrder: readOrder(table),
    publish: async (event) => void published.push(event),
    now: () => twoDaysLater,
    ...changes,
  };
  return { deps, published };
};

/** A paid order; its outbox has what says that it was recorded, and that it was paid. */
const paidOrder = async (table: Table) => {
  const updated = await updateOrder(table)(updateOf(await recordedOrder(table)));
  if (!updated) throw new Error('The order was not changed');
  return updated;
};

const once = { again: false };
const typesOf = (events: readonly OrderEvent[]) => events.map(({ type }) => type).toSorted();

describe('publishing the outbox of an order', () => {
  test('publishes what the sweeper publishes no more, and takes out what leaves by that', async () => {
    const table = testTable.observe();
    const { order } = await paidOrder(table);
    const { deps, published } = depsOf(table);

    const publications = await publishOutbox(deps, order, once);

    expect(typesOf(published)).toEqual(['order.recorded', 'order.status-changed']);
    expect(typesOf((await storedOrder(table, order)).outbox)).toEqual(['order.recorded']);
    expect(publications.map(describePublication).toSorted()).toEqual([
      'order.recorded of version 2: published; it stays in the outbox until its receipt is proven',
      'order.status-changed of version 3: published, and out of the outbox',
    ]);
  });

  test('does nothing when there is nothing in it', async () => {
    const table = testTable.observe();
    const acceptance = acceptanceOf();
    await acceptOrder(table)(acceptance);
    await completeOrder(table)(completionOf(acceptance, 'rejected'));
    const { deps, published } = depsOf(table);
    await publishOutbox(deps, acceptance.order, once);

    await expect(publishOutbox(deps, acceptance.order, once)).resolves.toEqual([]);

    expect(typesOf(published)).toEqual(['order.rejected']);
  });

  test('says what could not be published, which stays and is looked at again at once', async () => {
    const table = testTable.observe();
    const { order } = await paidOrder(table);
    const publish = () => Promise.reject(new Error('away'));

    const publications = await publishOutbox(depsOf(table, { publish }).deps, order, once);

    expect(publications.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
    expect(await storedOrder(table, order)).toMatchObject({
      outbox: [{}, {}],
      outboxDueAt: twoDaysLater.toISOString(),
    });
  });

  test('says so when an event could not be taken out', async () => {
    const table = testTable.observe();
    const { order } = await paidOrder(table);
    const removeFromOutbox = () => Promise.reject(new Error('away'));
    const { deps } = depsOf(table, { removeFromOutbox });

    const publications = await publishOutbox(deps, order, once);

    expect(publications.map(({ outcome }) => outcome)).toEqual(['stays', 'stays']);
  });

  test('leaves facts whose mails nobody remembers, unless they may be sent again', async () => {
    const table = testTable.observe();
    const { order } = await paidOrder(table);
    const { deps, published } = depsOf(table, { now: () => aSeasonLater });

    const kept = await publishOutbox(deps, order, once);
    const before = [...published];
    await publishOutbox(deps, order, { again: true });

    expect(kept.map(({ outcome }) => outcome)).toEqual(['too-old', 'too-old']);
    expect([before.length, published.length]).toEqual([0, 2]);
  });

  test('publishes however old it is what nobody is written to about', async () => {
    const table = testTable.observe();
    const { order } = await paidOrder(table);
    const silent = [
      eventOf('order.accepted', order),
      eventOf('order.status-changed', order, { orderVersion: 2, paymentChanged: true }),
    ];
    const { deps, published } = depsOf(table, {
      now: () => aSeasonLater,
      readOrder: async () => ({ order, outbox: silent }),
    });

    await publishOutbox(deps, order, once);

    expect(published).toEqual(silent);
  });
});
