import { acceptOrder } from '@bbws/dynamo/accept-order';
import { completeOrder } from '@bbws/dynamo/complete-order';
import { hideOrder } from '@bbws/dynamo/hide-order';
import { listEffects } from '@bbws/dynamo/list-effects';
import { listRepeats } from '@bbws/dynamo/list-repeats';
import { operatorChange } from '@bbws/dynamo/testing/operator-change';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf, completionOf, updateOf } from '@bbws/dynamo/testing/samples';
import {
  startTestTable,
  type ObservedTable,
  type TestTable,
} from '@bbws/dynamo/testing/test-table';
import { updateOrder } from '@bbws/dynamo/update-order';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { claimMail, mailTime, replayDeps, replayTime, sendMail } from '../testing/replay-deps.ts';
import { replayMail, type MailOptions } from './replay-mail.ts';

let testTable: TestTable;
beforeAll(async () => {
  testTable = await startTestTable();
});
afterAll(() => testTable.close());

const optionsOf = (changes: Partial<MailOptions> = {}): MailOptions => ({
  to: 'confirm',
  again: false,
  dryRun: false,
  ...changes,
});

const rejectedOrder = async (table: ObservedTable) => {
  const acceptance = acceptanceOf();
  await acceptOrder(table)(acceptance);
  await completeOrder(table)(completionOf(acceptance, 'rejected'));
  return storedOrder(table, acceptance.order);
};

const paidOrder = async (table: ObservedTable) => {
  const updated = await updateOrder(table)(updateOf(await recordedOrder(table), 'paid'));
  if (!updated) throw new Error('The order was not changed');
  return updated;
};

describe('replaying a mail that was not sent', () => {
  test.each([
    ['confirm', recordedOrder, 'customer-confirm', 'order.recorded'],
    ['internal', recordedOrder, 'internal-notify', 'order.recorded'],
    ['confirm', rejectedOrder, 'customer-confirm', 'order.rejected'],
    ['internal', rejectedOrder, 'internal-notify', 'order.rejected'],
  ] as const)('%s sends the event to its function alone', async (to, make, functionName, type) => {
    const table = testTable.observe();
    const { order } = await make(table);
    const { deps, sent } = replayDeps(table);

    const { steps } = await replayMail(deps, order, optionsOf({ to }));

    expect(sent).toMatchObject([{ to: functionName, event: { type, orderVersion: 2 } }]);
    expect(steps).toEqual([`sent: ${type} to ${functionName}`]);
  });

  test('sends it when an attempt died, once its claim has run out', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    await claimMail(table, order, 'customer-recorded', new Date(mailTime));
    const { deps, sent } = replayDeps(table);

    await replayMail(deps, order, optionsOf());

    expect(sent).toHaveLength(1);
  });

  test('is refused while somebody is sending it', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    await claimMail(table, order, 'customer-recorded', replayTime);
    const { deps, sent } = replayDeps(table);

    const replay = replayMail(deps, order, optionsOf({ again: true }));

    await expect(replay).rejects.toThrow('until 2026-11-20T12:00:35.000Z');
    expect(sent).toEqual([]);
  });

  test('tells of a change of status by the version that it made', async () => {
    const table = testTable.observe();
    const { order } = await paidOrder(table);
    const { deps, sent } = replayDeps(table);

    await replayMail(deps, order, optionsOf({ orderVersion: 3 }));

    expect(sent).toMatchObject([
      { to: 'customer-confirm', event: { type: 'order.status-changed', orderVersion: 3 } },
    ]);
  });

  test('tells of a change although an earlier one was told of', async () => {
    const table = testTable.observe();
    const processing = await updateOrder(table)(updateOf(await paidOrder(table), 'processing'));
    if (!processing) throw new Error('The order was not changed');
    await sendMail(table, processing.order, 'customer-status', { version: 3, messageId: 'ses-3' });
    const { deps, sent } = replayDeps(table);

    await replayMail(deps, processing.order, optionsOf({ orderVersion: 4 }));

    expect(sent).toHaveLength(1);
  });
});

describe('replaying a mail that was sent', () => {
  test.each([
    ['sent', 'ses-1', `customer-recorded was sent (message ses-1) at ${mailTime}.`],
    ['left out', undefined, `customer-recorded was left out as superseded at ${mailTime}.`],
  ])('says when it was %s, and sends nothing', async (_, messageId, words) => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    await sendMail(table, order, 'customer-recorded', messageId === undefined ? {} : { messageId });
    const { deps, sent } = replayDeps(table);

    const { steps, why } = await replayMail(deps, order, optionsOf());

    expect([sent, steps]).toEqual([[], []]);
    expect(why).toBe(`${words} Use --again to send it once more.`);
  });

  test('sends it once more when asked to, after forgetting that it was', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    await sendMail(table, order, 'internal-recorded');
    await sendMail(table, order, 'customer-recorded');
    const { deps, sent } = replayDeps(table);

    const { steps } = await replayMail(deps, order, optionsOf({ again: true }));

    const left = await listEffects(table)(order.tenantId, order.id);
    expect(left.map(({ name }) => name)).toEqual(['internal-recorded']);
    expect(sent).toHaveLength(1);
    expect(steps[0]).toBe(`forgotten: customer-recorded, sent (message ses-1) at ${mailTime}`);
  });

  test('forgets the mail of that version alone', async () => {
    const table = testTable.observe();
    const { order } = await paidOrder(table);
    await sendMail(table, order, 'customer-status', { version: 3, messageId: 'ses-3' });
    await sendMail(table, order, 'customer-recorded');
    const { deps } = replayDeps(table);

    await replayMail(deps, order, optionsOf({ again: true, orderVersion: 3 }));

    const left = await listEffects(table)(order.tenantId, order.id);
    expect(left.map(({ name }) => name)).toEqual(['customer-recorded']);
  });

  test('notes which mail it was, so that the audit does not take the other for one too many', async () => {
    const table = testTable.observe();
    const { order } = await paidOrder(table);
    const { tenantId, id } = order;
    await sendMail(table, order, 'customer-status', { version: 3, messageId: 'ses-3' });
    await sendMail(table, order, 'internal-recorded', {});
    const { deps } = replayDeps(table);

    await replayMail(deps, order, optionsOf({ orderVersion: 3 }));
    expect(await listRepeats(table)(tenantId, id)).toEqual([]);
    await replayMail(deps, order, optionsOf({ again: true, orderVersion: 3 }));
    await replayMail(deps, order, optionsOf({ again: true, to: 'internal' }));

    expect(await listRepeats(table)(tenantId, id)).toEqual([
      { name: 'customer-status', version: 3, messageId: 'ses-3' },
    ]);
  });

  test('changes nothing in a dry run', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    await sendMail(table, order, 'customer-recorded');
    const { deps, sent } = replayDeps(table);

    const { steps } = await replayMail(deps, order, optionsOf({ again: true, dryRun: true }));

    expect([sent, steps.length]).toEqual([[], 2]);
    expect(await listEffects(table)(order.tenantId, order.id)).toHaveLength(1);
    expect(await listRepeats(table)(order.tenantId, order.id)).toEqual([]);
  });

  test('is refused when somebody else replays it at the same time', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    await sendMail(table, order, 'customer-recorded');
    const { deps, sent } = replayDeps(table, { forgetEffect: async () => false });

    const replay = replayMail(deps, order, optionsOf({ again: true }));

    await expect(replay).rejects.toThrow('Somebody else replayed');
    expect(sent).toEqual([]);
  });
});

describe('a mail that is not due', () => {
  test('is not sent about a hidden order', async () => {
    const table = testTable.observe();
    const { order } = await recordedOrder(table);
    await hideOrder(table)(operatorChange(order));

    const replay = replayMail(replayDeps(table).deps, order, optionsOf());

    await expect(replay).rejects.toThrow(`Show it first: pnpm order show --order ${order.id}`);
  });

  test('is not sent before the order is completed', async () => {
    const table = testTable.observe();
    const acceptance = acceptanceOf();
    await acceptOrder(table)(acceptance);

    const replay = replayMail(replayDeps(table).deps, acceptance.order, optionsOf());

    await expect(replay).rejects.toThrow('mails follow its record');
  });

  test.each([
    ['the team', { to: 'internal', orderVersion: 3 }, 'not told of changes of status'],
    ['a version that there is not', { orderVersion: 9 }, 'has no version 9'],
    ['the first version', { orderVersion: 1 }, 'is no change of status'],
    ['the record itself', { orderVersion: 2 }, 'is no change of status'],
  ] as const)('is not sent about %s', async (_, changes, words) => {
    const table = testTable.observe();
    const { order } = await paidOrder(table);

    const replay = replayMail(replayDeps(table).deps, order, optionsOf(changes));

    await expect(replay).rejects.toThrow(words);
  });

  test('is not sent about a status that has changed since', async () => {
    const table = testTable.observe();
    const paid = await paidOrder(table);
    await updateOrder(table)(updateOf(paid, 'processing'));

    const replay = replayMail(replayDeps(table).deps, paid.order, optionsOf({ orderVersion: 3 }));

    await expect(replay).rejects.toThrow('no longer paid but processing');
  });

  test('is not sent about the change that rejected the order', async () => {
    const table = testTable.observe();
    const { order } = await rejectedOrder(table);

    const replay = replayMail(replayDeps(table).deps, order, optionsOf({ orderVersion: 2 }));

    await expect(replay).rejects.toThrow('is no change of status');
  });
});
