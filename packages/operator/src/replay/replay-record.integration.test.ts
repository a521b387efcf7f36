import { acceptOrder } from '@bbws/dynamo/accept-order';
import { completeOrder } from '@bbws/dynamo/complete-order';
import { listEffects } from '@bbws/dynamo/list-effects';
import { fillHistory } from '@bbws/dynamo/testing/fill-history';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf, completionOf } from '@bbws/dynamo/testing/samples';
import { startTestTable, type TestTable } from '@bbws/dynamo/testing/test-table';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Refusal } from '../refusal.ts';
import { claimMail, mailTime, replayDeps, replayTime, sendMail } from '../testing/replay-deps.ts';
import { replayRecord } from './replay-record.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const accepted = async () => {
  const table = testTable.observe();
  const acceptance = acceptanceOf();
  await acceptOrder(table)(acceptance);
  return { table, order: acceptance.order, acceptance };
};

/** A rejected order whose customer and team know. */
const rejected = async () => {
  const { table, order, acceptance } = await accepted();
  await completeOrder(table)(completionOf(acceptance, 'rejected'));
  await sendMail(table, order, 'customer-rejected');
  await sendMail(table, order, 'internal-rejected');
  return { table, order };
};

const forReal = { dryRun: false };

describe('replaying the record of an accepted order', () => {
  test('sends the announcement that its outbox has to record-creator', async () => {
    const { table, order, acceptance } = await accepted();
    const { deps, sent } = replayDeps(table);
    const before = await storedOrder(table, order);

    const { steps } = await replayRecord(deps, order, forReal);

    expect(sent).toEqual([{ to: 'record-creator', event: acceptance.event }]);
    expect(steps).toEqual(['sent: order.accepted to record-creator']);
    expect(await storedOrder(table, order)).toEqual(before);
  });

  test('makes an announcement where the outbox has none', async () => {
    const { table, order } = await accepted();
    const { deps, sent } = replayDeps(table);
    const { readOrder } = deps;
    const withoutOutbox: typeof readOrder = async (...key) => {
      const stored = await readOrder(...key);
      return stored && { ...stored, outbox: [] };
    };

    await replayRecord({ ...deps, readOrder: withoutOutbox }, order, forReal);

    expect(sent).toMatchObject([
      { event: { type: 'order.accepted', orderId: order.id, orderVersion: 1 } },
    ]);
    expect(sent[0]?.event.correlationId).toMatch(/^replay-/);
  });
});

describe('replaying the record of a rejected order', () => {
  test('reopens it, with the event in its outbox that is sent', async () => {
    const { table, order } = await rejected();
    const { deps, sent } = replayDeps(table);

    const { steps } = await replayRecord(deps, order, forReal);

    const stored = await storedOrder(table, order);
    expect(stored.order).toMatchObject({ stage: 'accepted', status: 'pending', version: 3 });
    expect(stored.outbox).toContainEqual(sent[0]?.event);
    expect(sent).toMatchObject([{ to: 'record-creator', event: { orderVersion: 3 } }]);
    expect(steps[0]).toBe('reopened: rejected (CART_NOT_FOUND) -> accepted, version 2 -> 3');
  });

  test('forgets the mails about the rejection, so that a second one is told as well', async () => {
    const { table, order } = await rejected();
    const { deps } = replayDeps(table);

    const { steps } = await replayRecord(deps, order, forReal);

    expect(await listEffects(table)(order.tenantId, order.id)).toEqual([]);
    expect(steps).toHaveLength(4);
    expect(steps[1]).toContain(`forgotten: customer-rejected of ${mailTime}`);
  });

  test('is refused while somebody is sending a mail about the rejection', async () => {
    const { table, order, acceptance } = await accepted();
    await completeOrder(table)(completionOf(acceptance, 'rejected'));
    await claimMail(table, order, 'customer-rejected', replayTime);
    const { deps, sent } = replayDeps(table);

    await expect(replayRecord(deps, order, forReal)).rejects.toThrow('Somebody is sending');

    expect(sent).toEqual([]);
    expect((await storedOrder(table, order)).order.stage).toBe('rejected');
  });

  test('goes on where it was cut short', async () => {
    const { table, order } = await rejected();
    const { deps, sent } = replayDeps(table);
    const cut = async () => Promise.reject(new Error('cut short'));
    await expect(replayRecord({ ...deps, forgetEffect: cut }, order, forReal)).rejects.toThrow(
      'cut short',
    );

    await replayRecord(deps, order, forReal);

    const { outbox } = await storedOrder(table, order);
    expect(await listEffects(table)(order.tenantId, order.id)).toEqual([]);
    expect(sent).toHaveLength(1);
    expect(outbox).toContainEqual(sent[0]?.event);
  });

  test('starts again from the read when somebody else was faster', async () => {
    const { table, order } = await rejected();
    const { deps, sent } = replayDeps(table);
    const other = replayDeps(table);
    let rounds = 0;

    await replayRecord(
      {
        ...deps,
        reopenOrder: async () => {
          rounds += 1;
          await replayRecord(other.deps, order, forReal);
          return undefined;
        },
      },
      order,
      forReal,
    );

    expect(rounds).toBe(1);
    expect(sent).toEqual(other.sent);
    expect((await storedOrder(table, order)).order.version).toBe(3);
  });

  test('gives up when the order never stands still', async () => {
    const { table, order } = await rejected();
    const { deps, sent } = replayDeps(table, { reopenOrder: async () => undefined });

    await expect(replayRecord(deps, order, forReal)).rejects.toThrow('kept changing');

    expect(sent).toEqual([]);
  });

  test('does nothing in a dry run, and says what it would do', async () => {
    const { table, order } = await rejected();
    const { deps, sent } = replayDeps(table);
    const before = await storedOrder(table, order);

    const { steps } = await replayRecord(deps, order, { dryRun: true });

    expect(steps.map((step) => step.split(':')[0])).toEqual([
      'reopened',
      'forgotten',
      'forgotten',
      'sent',
    ]);
    expect(sent).toEqual([]);
    expect(await storedOrder(table, order)).toEqual(before);
    expect(await listEffects(table)(order.tenantId, order.id)).toHaveLength(2);
  });

  test('is refused when its history is full', async () => {
    const { table, order } = await rejected();
    await fillHistory(table)(order.tenantId, order.id);

    const replay = replayRecord(replayDeps(table).deps, order, forReal);

    await expect(replay).rejects.toThrow('is full (100 changes; 98 are the most for operators)');
  });
});

test('the record of a recorded order is not replayed', async () => {
  const table = testTable.observe();
  const { order } = await recordedOrder(table);
  const { deps, sent } = replayDeps(table);

  const replay = replayRecord(deps, order, forReal);

  await expect(replay).rejects.toThrow(Refusal);
  await expect(replay).rejects.toThrow('is recorded (pending, version 2)');
  expect(sent).toEqual([]);
});

test('an order that is gone from the table is an error', async () => {
  const { order } = acceptanceOf();

  const replay = replayRecord(replayDeps(testTable.observe()).deps, order, forReal);

  await expect(replay).rejects.toThrow('is gone from the table');
});
