import { type OrderEvent } from '@bbws/domain/order-event';
import { anEvent } from '@bbws/domain/testing/builders';
import { acceptOrder } from '@bbws/dynamo/accept-order';
import { claimEffect } from '@bbws/dynamo/claim-effect';
import { completeOrder } from '@bbws/dynamo/complete-order';
import type { EffectName } from '@bbws/dynamo/effect';
import { finishEffect } from '@bbws/dynamo/finish-effect';
import { hideOrder } from '@bbws/dynamo/hide-order';
import { noteInvoice } from '@bbws/dynamo/note-invoice';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { tableOf, type Table } from '@bbws/dynamo/table';
import { operatorChange } from '@bbws/dynamo/testing/operator-change';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import {
  acceptanceOf,
  completionOf,
  eventOf,
  noteOf,
  updateOf,
} from '@bbws/dynamo/testing/samples';
import { updateOrder } from '@bbws/dynamo/update-order';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { receivedMessage } from '@bbws/local-aws/testing/received-message';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idleWorld } from '../testing/idle-world.ts';
import { aCall } from '../testing/records.ts';
import type { FunctionName } from '../world/functions.ts';
import type { CallRecord } from '../world/history.ts';
import { watchAcknowledged } from './acknowledged-means-done.ts';

let aws: LocalAws;
let table: Table;
beforeAll(async () => {
  aws = await startLocalAws({ backend: 'embedded' });
  table = tableOf(aws.clients.dynamodb, aws.resources.tableName);
});
afterAll(() => aws.close());

/** What is said when a function acknowledges that message. */
const complaints = async (
  functionName: FunctionName,
  body: OrderEvent | string,
  ...calls: readonly Partial<CallRecord>[]
): Promise<string[]> => {
  const world = idleWorld(aws);
  const { history } = world.stage;
  for (const call of calls) history.addCall(aCall({ functionName, ...call }));
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const message = receivedMessage('message-1', { Body: text });
  await watchAcknowledged(world, { functionName, message, invocation: 1 });
  return history.breaches.map(({ invariant, message: said }) => `${invariant}: ${said}`);
};

const rejectedOrder = async (): Promise<StoredOrder> => {
  const acceptance = acceptanceOf();
  await acceptOrder(table)(acceptance);
  await completeOrder(table)(completionOf(acceptance, 'rejected'));
  return storedOrder(table, acceptance.order);
};

/** The order after a change of its status, and the fact that says so. */
const changed = async (before: StoredOrder, status: 'paid' | 'processing') => {
  const update = updateOf(before, status);
  await updateOrder(table)(update);
  return { stored: await storedOrder(table, before.order), event: update.event };
};

/** Claims the mail; marks it done when it is said to be. */
const mail = async (
  { order: { tenantId, id: orderId } }: StoredOrder,
  name: EffectName,
  { done = true, version }: { readonly done?: boolean; readonly version?: number } = {},
) => {
  const effect = { tenantId, orderId, name, version };
  const token = '5a0e2d34-9a8b-4f0f-8a44-0d3f1c2b7e90';
  await claimEffect(table)(effect, { token, now: 0, duration: 35_000 });
  if (done) await finishEffect(table)(effect, { token, now: 1, messageId: 'message' });
};

describe('any message', () => {
  test('is not done while its order is not there', async () => {
    expect(await complaints('pdf', anEvent('order.recorded'))).toEqual([
      'acknowledged-means-done: pdf acknowledged order.recorded: there is no such order',
    ]);
  });

  test('is done when a copy of it is in the dead-letter queue', async () => {
    const putAside = { operation: 'SendMessage' };
    const event = anEvent('order.recorded');
    const poison = { ...putAside, subject: 'no order' };

    expect(await complaints('pdf', event, putAside)).toEqual([]);
    expect(await complaints('pdf', 'this is no JSON', poison)).toEqual([]);
    expect(await complaints('pdf', event, { ...putAside, took: false })).toHaveLength(1);
    expect(await complaints('pdf', event, { ...putAside, invocation: 2 })).toHaveLength(1);
  });

  test('is not done when it is no fact, unless it is put aside', async () => {
    expect(await complaints('pdf', 'this is no JSON')).toEqual([
      'acknowledged-means-done: pdf acknowledged a message: it is no fact about an order',
    ]);
  });

  test('is done when its order is hidden', async () => {
    const stored = await recordedOrder(table);
    await hideOrder(table)(operatorChange(stored.order));

    expect(await complaints('pdf', eventOf('order.recorded', stored.order))).toEqual([]);
  });
});

describe('the message of record-creator', () => {
  test('is done when the order is completed, either way', async () => {
    for (const { order } of [await recordedOrder(table), await rejectedOrder()])
      expect(await complaints('record-creator', eventOf('order.accepted', order))).toEqual([]);
  });

  test('is not done while the order is accepted', async () => {
    const acceptance = acceptanceOf();
    await acceptOrder(table)(acceptance);

    expect(await complaints('record-creator', acceptance.event)).toEqual([
      expect.stringContaining('the order is not completed'),
    ]);
  });
});

describe('the message of pdf', () => {
  test('is done when an invoice of its version, or a later one, is noted', async () => {
    const seen = await recordedOrder(table);
    const event = eventOf('order.recorded', seen.order, { orderVersion: 2 });
    const missing = expect.stringContaining('no invoice of that version is noted');
    expect(await complaints('pdf', event)).toEqual([missing]);

    await noteInvoice(table)({ seen, note: noteOf(2), receivedEventId: seen.outbox[0]?.id ?? '' });

    expect(await complaints('pdf', event)).toEqual([]);
    expect(await complaints('pdf', { ...event, orderVersion: 1 })).toEqual([]);
    expect(await complaints('pdf', { ...event, orderVersion: 3 })).toEqual([missing]);
  });

  test('asks for no invoice when the payment is as it was', async () => {
    const { order } = await recordedOrder(table);
    const change = { orderVersion: 3, paymentChanged: false };
    const payment = { ...change, paymentChanged: true };

    expect(await complaints('pdf', eventOf('order.status-changed', order, change))).toEqual([]);
    expect(await complaints('pdf', eventOf('order.status-changed', order, payment))).toHaveLength(
      1,
    );
  });
});

describe('the message of a mail', () => {
  test.each([
    ['internal-notify', recordedOrder, 'order.recorded', 'internal-recorded'],
    ['customer-confirm', recordedOrder, 'order.recorded', 'customer-recorded'],
    ['internal-notify', rejectedOrder, 'order.rejected', 'internal-rejected'],
    ['customer-confirm', rejectedOrder, 'order.rejected', 'customer-rejected'],
  ] as const)('to %s is done when the mail is marked', async (functionName, make, type, name) => {
    const stored = await make(table);
    const event = eventOf(type, stored.order);
    const missing = [expect.stringContaining(`no ${name} mail was sent`)];
    expect(await complaints(functionName, event)).toEqual(missing);

    await mail(stored, name, { done: false });
    expect(await complaints(functionName, event)).toEqual(missing);

    await mail(await make(table), name);
    expect(await complaints(functionName, event)).toEqual(missing);

    const marked = await make(table);
    await mail(marked, name);
    expect(await complaints(functionName, eventOf(type, marked.order))).toEqual([]);
  });

  test('is done when the mail was sent and could not be marked', async () => {
    const { order } = await recordedOrder(table);
    const event = eventOf('order.recorded', order);
    const send = { operation: 'SendEmail', subject: order.id };

    expect(await complaints('internal-notify', event, send)).toEqual([]);
    expect(await complaints('internal-notify', event, { ...send, took: false })).toHaveLength(1);
    // That somebody sent a mail is no excuse for somebody else.
    expect(await complaints('internal-notify', event, { ...send, invocation: 2 })).toHaveLength(1);
  });

  test('about a status is done when the mail about that very change is marked', async () => {
    const { stored, event } = await changed(await recordedOrder(table), 'paid');
    const missing = [expect.stringContaining('no customer-status mail was sent')];

    await mail(stored, 'customer-status', { version: 2 });
    expect(await complaints('customer-confirm', event)).toEqual(missing);

    await mail(stored, 'customer-status', { version: 3 });
    expect(await complaints('customer-confirm', event)).toEqual([]);
  });

  test('about a status is done without a mail when the order has moved on', async () => {
    const paid = await changed(await recordedOrder(table), 'paid');

    await changed(paid.stored, 'processing');

    expect(await complaints('customer-confirm', paid.event)).toEqual([]);
  });

  test('about a change that left the status as it was asks for no mail', async () => {
    const paid = await changed(await recordedOrder(table), 'paid');
    const again = await changed(paid.stored, 'paid');

    expect(await complaints('customer-confirm', again.event)).toEqual([]);
  });
});
