import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { claimOutbox, type OutboxClaim } from './claim-outbox.ts';
import { orderKey } from './keys.ts';
import { makeOutboxDue, removeFromOutbox } from './outbox.ts';
import { ItemError } from './parse-item.ts';
import type { StoredOrder } from './stored-order.ts';
import { recordedOrder, storedOrder } from './testing/recorded.ts';
import { acceptanceOf, updateOf } from './testing/samples.ts';
import { startTestTable, type ObservedTable, type TestTable } from './testing/test-table.ts';
import { updateOrder } from './update-order.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const [dueAt, dueLater] = ['2026-11-20T12:00:00.000Z', '2026-11-20T13:00:00.000Z'] as const;

const anOrder = () => recordedOrder(testTable.observe());
const claimOf = (seen: StoredOrder): OutboxClaim => ({ seen, dueAt, claimId: randomUUID() });
const itemOf = ({ order }: StoredOrder) => testTable.itemAt(orderKey(order.tenantId, order.id));

/** The table; the first answer is lost on its way back, after the request was served. */
const losingItsFirstAnswer = (table: ObservedTable): ObservedTable => {
  let answers = 0;
  table.client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      answers += 1;
      if (answers > 1) return answer;
      throw Object.assign(new Error('The connection broke'), { name: 'TimeoutError' });
    },
    { step: 'deserialize', priority: 'high' },
  );
  return table;
};

describe('claiming an outbox', () => {
  test('is one write that moves its due time', async () => {
    const table = testTable.observe();
    const seen = await anOrder();

    const claimed = await claimOutbox(table)(claimOf(seen));

    expect(claimed).toEqual({ ...seen, outboxDueAt: dueAt });
    expect(await storedOrder(testTable.observe(), seen.order)).toEqual(claimed);
    expect(table.requests).toEqual(['UpdateItem']);
  });

  test('changes nothing but the due time and the claim', async () => {
    const seen = await anOrder();
    const before = await itemOf(seen);
    const claim = claimOf(seen);

    await claimOutbox(testTable.observe())(claim);

    expect(await itemOf(seen)).toEqual({
      ...before,
      GSI4_SK: `${dueAt}#${seen.order.id}`,
      outboxClaim: claim.claimId,
    });
  });

  test('has one winner among many at once, though all move it to the same time', async () => {
    const table = testTable.observe();
    const orders = await Promise.all(Array.from({ length: 20 }, anOrder));
    const sweepers = Array.from({ length: 5 }, () => claimOutbox(table));

    const won = await Promise.all(
      orders.map(async (seen) => {
        const answers = await Promise.all(sweepers.map((claim) => claim(claimOf(seen))));
        return answers.filter((answer) => answer !== undefined).length;
      }),
    );

    expect(won).toEqual(orders.map(() => 1));
  });

  test('is refused when somebody else moved the due time, in a write and a read', async () => {
    const seen = await anOrder();
    const [event] = seen.outbox;
    if (event) await makeOutboxDue(testTable.observe())(event, dueLater);
    const table = testTable.observe();

    const claimed = await claimOutbox(table)(claimOf(seen));

    expect(claimed).toBeUndefined();
    expect((await storedOrder(table, seen.order)).outboxDueAt).toBe(dueLater);
    expect(table.requests).toEqual(['UpdateItem', 'GetItem consistent', 'GetItem consistent']);
  });

  test('is refused when the outbox was emptied', async () => {
    const table = testTable.observe();
    const seen = await anOrder();
    for (const event of seen.outbox) await removeFromOutbox(table)(event);

    const claimed = await claimOutbox(table)(claimOf(seen));

    expect(claimed).toBeUndefined();
    expect(await storedOrder(table, seen.order)).not.toHaveProperty('outboxDueAt');
  });

  test('is refused when the outbox is empty although it is in the index', async () => {
    const table = testTable.observe();
    const seen = await anOrder();
    await testTable.put({ ...(await itemOf(seen)), outbox: {} });

    expect(await claimOutbox(table)(claimOf(seen))).toBeUndefined();
  });

  test('is refused when there was nothing due, without a request', async () => {
    const table = testTable.observe();
    const { order } = await anOrder();

    expect(await claimOutbox(table)(claimOf({ order, outbox: [] }))).toBeUndefined();
    expect(table.requests).toEqual([]);
  });

  test('makes no item when there is no order', async () => {
    const { order, event } = acceptanceOf();
    const seen = { order, outbox: [event], outboxDueAt: dueAt };

    expect(await claimOutbox(testTable.observe())(claimOf(seen))).toBeUndefined();
    expect(await itemOf(seen)).toBeUndefined();
  });

  test('gives an event too that was added since the order was read', async () => {
    const table = testTable.observe();
    const { order, outbox } = await anOrder();
    for (const event of outbox) await makeOutboxDue(table)(event, '2026-11-20T09:00:00.000Z');
    const due = await storedOrder(table, order);
    const update = updateOf(due);
    await updateOrder(table)(update);

    const claimed = await claimOutbox(table)(claimOf(due));

    expect(claimed?.outbox).toHaveLength(2);
    expect(claimed?.outbox).toContainEqual(update.event);
  });
});

describe('claiming an outbox whose claim was answered, but not heard', () => {
  test('has it still: the SDK sends it again, and it meets itself', async () => {
    const table = losingItsFirstAnswer(testTable.observe());
    const seen = await anOrder();

    const claimed = await claimOutbox(table)(claimOf(seen));

    expect(claimed).toEqual({ ...seen, outboxDueAt: dueAt });
    expect(table.requests).toEqual(['UpdateItem', 'GetItem consistent']);
  });

  test('has it still when the caller repeats it', async () => {
    const table = testTable.observe();
    const seen = await anOrder();
    const claim = claimOf(seen);
    const first = await claimOutbox(table)(claim);

    const again = await claimOutbox(table)(claim);

    expect(again).toEqual(first);
  });

  test('has it still when its events left since', async () => {
    const table = testTable.observe();
    const seen = await anOrder();
    const claim = claimOf(seen);
    await claimOutbox(table)(claim);
    for (const event of seen.outbox) await removeFromOutbox(table)(event);

    const again = await claimOutbox(table)(claim);

    expect(again).toMatchObject({ order: seen.order, outbox: [] });
  });

  test('has lost it when somebody else claimed it since', async () => {
    const table = testTable.observe();
    const seen = await anOrder();
    const claim = claimOf(seen);
    const first = await claimOutbox(table)(claim);
    if (first) await claimOutbox(table)({ ...claimOf(first), dueAt: dueLater });

    expect(await claimOutbox(table)(claim)).toBeUndefined();
  });
});

describe('a claim that fails', () => {
  test('throws what DynamoDB throws', async () => {
    const table = { ...testTable.observe(), name: 'no-such-table' };

    const claim = claimOutbox(table)(claimOf(await anOrder()));

    await expect(claim).rejects.toThrow('resource not found');
  });

  test('is an error when the item does not fit', async () => {
    const seen = await anOrder();
    await testTable.put({ ...(await itemOf(seen)), outboxClaim: 7, GSI4_SK: `${dueLater}#` });

    const claim = claimOutbox(testTable.observe())(claimOf(seen));

    await expect(claim).rejects.toThrow(ItemError);
  });
});
