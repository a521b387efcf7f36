import { randomUUID } from 'node:crypto';
import type { OrderEvent } from '@bbws/domain/order-event';
import { acceptOrder } from '@bbws/dynamo/accept-order';
import { claimOutbox } from '@bbws/dynamo/claim-outbox';
import { orderKey } from '@bbws/dynamo/keys';
import { listDueOutboxes } from '@bbws/dynamo/list-due-outboxes';
import { makeOutboxDue, outboxOf } from '@bbws/dynamo/outbox';
import { readOrder } from '@bbws/dynamo/read-order';
import { storedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf } from '@bbws/dynamo/testing/samples';
import { startTestTable, type TestTable } from '@bbws/dynamo/testing/test-table';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeHandler, type Deps } from './handler.ts';
import { contextWith, minutes, now } from './testing/sweep-deps.ts';

// A table for each test: the sweeper sees every order.
let testTable: TestTable;
beforeEach(async () => {
  testTable = await startTestTable();
});
afterEach(() => testTable.close());

const at = (time: number) => new Date(time).toISOString();

/** That many orders, due for a minute; all in one partition of the index. */
const dueOrders = async (count: number) => {
  const table = testTable.observe();
  const acceptances = Array.from({ length: count }, () => {
    const { order, event } = acceptanceOf({ id: `00000003${randomUUID().slice(8)}` });
    return { order, event: { ...event, occurredAt: at(now - minutes(75)) } };
  });
  for (const acceptance of acceptances) {
    await acceptOrder(table)(acceptance);
    await makeOutboxDue(table)(acceptance.event, at(now - minutes(1)));
  }
  return acceptances;
};

/** A sweeper of its own, with the operations of the table and somebody to publish to. */
const aSweeper = (published: OrderEvent[], changes: Partial<Deps> = {}) => {
  const table = testTable.observe();
  const { log, lines } = observedLog();
  const { metrics, counts } = observedMetrics();
  const run = makeHandler({
    ...outboxOf(table),
    listDueOutboxes: listDueOutboxes(table),
    readOrder: readOrder(table),
    claimOutbox: claimOutbox(table),
    isWriter: async () => true,
    publish: async (event) => void published.push(event),
    newId: randomUUID,
    now: () => new Date(now),
    log,
    metrics,
    ...changes,
  });
  return { table, lines, counts, sweep: () => run({}, contextWith(50_000)) };
};

const idsOf = (events: readonly OrderEvent[]) => events.map(({ id }) => id).toSorted();
const eventsOf = (acceptances: readonly { event: OrderEvent }[]) =>
  idsOf(acceptances.map(({ event }) => event));

describe('sweepers', () => {
  test('at once publish each event once between them, over several pages', async () => {
    const due = await dueOrders(60);
    const published: OrderEvent[] = [];
    const sweepers = [aSweeper(published), aSweeper(published), aSweeper(published)];

    await Promise.all(sweepers.map(({ sweep }) => sweep()));

    expect(idsOf(published)).toEqual(eventsOf(due));
    expect(sweepers.every(({ counts }) => counts['SweepFailures'] === undefined)).toBe(true);
  });

  test('find nothing to do after one was there, until the events are due again', async () => {
    const due = await dueOrders(3);
    const published: OrderEvent[] = [];
    const later = { now: () => new Date(now + minutes(60)) };
    await aSweeper(published).sweep();

    await aSweeper(published).sweep();
    const soon = published.length;
    await aSweeper(published, later).sweep();

    expect(soon).toBe(3);
    expect(idsOf(published)).toEqual([...eventsOf(due), ...eventsOf(due)].toSorted());
  });

  test('ask for every partition once when nothing is due', async () => {
    const { sweep, table } = aSweeper([]);

    await sweep();

    expect(table.requests).toEqual(Array.from({ length: 10 }, () => 'Query OutboxIndex'));
  });
});

describe('an order that does not parse', () => {
  test('stops none of those behind it, nor is it forgotten', async () => {
    const [poison, ...others] = await dueOrders(30);
    if (!poison) throw new Error('There is no order');
    const { tenantId, id } = poison.order;
    const item = await testTable.itemAt(orderKey(tenantId, id));
    const longest = { GSI4_SK: `${at(now - minutes(90))}#${id}` };
    await testTable.put({ ...item, ...longest, status: 'thandi@example.com' });
    const published: OrderEvent[] = [];
    const { sweep, counts, lines } = aSweeper(published);

    await sweep();
    await sweep();

    expect(idsOf(published)).toEqual(eventsOf(others));
    expect(counts).toEqual({ OutboxPublished: 29, SweepFailures: 2 });
    expect(lines.filter(({ level }) => level === 'error')).toEqual(
      [1, 2].map(() => ({
        level: 'error',
        message: 'An order could not be swept',
        tenantId,
        orderId: id,
      })),
    );
  });
});

describe('events that cannot be published', () => {
  test('are due at once, and the next sweeper publishes them', async () => {
    const due = await dueOrders(3);
    const published: OrderEvent[] = [];
    const { sweep, counts } = aSweeper(published, {
      publish: async () => Promise.reject(new Error('SNS is away')),
    });

    await sweep();
    const stored = await Promise.all(
      due.map(({ order }) => storedOrder(testTable.observe(), order)),
    );
    await aSweeper(published).sweep();

    expect(counts).toEqual({ PublishFailures: 3 });
    expect(stored.map(({ outboxDueAt }) => outboxDueAt)).toEqual(due.map(() => at(now)));
    expect(idsOf(published)).toEqual(eventsOf(due));
  });
});
