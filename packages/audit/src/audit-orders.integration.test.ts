import { randomUUID } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { OrderId } from '@bbws/domain/identifiers';
import type { RecordedOrder } from '@bbws/domain/order';
import type { EffectName } from '@bbws/dynamo/effect';
import { effectsOf } from '@bbws/dynamo/effects-of';
import { orderKey } from '@bbws/dynamo/keys';
import { noteInvoice } from '@bbws/dynamo/note-invoice';
import { tableOf, type Table } from '@bbws/dynamo/table';
import { recordedOrder, storedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf, newTenantId } from '@bbws/dynamo/testing/samples';
import { writeOrders } from '@bbws/dynamo/testing/write-orders';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { auditOrders, type AuditSources } from './audit-orders.ts';
import { findOrders } from './find-orders.ts';
import { hashOf } from './testing/lives.ts';

let aws: LocalAws;
let table: Table;
beforeAll(async () => {
  aws = await startLocalAws();
  table = tableOf(aws.clients.dynamodb, aws.resources.tableName);
});
afterAll(() => aws.close());

const now = new Date('2026-11-21T09:30:00.000Z');
const day = { from: '2026-11-19T22:00:00.000Z', before: '2026-11-20T22:00:00.000Z' };
const timeZone = 'Africa/Johannesburg';

const sources = (): AuditSources => ({
  table,
  s3: aws.clients.s3,
  sqs: aws.clients.sqs,
  ordersBucket: aws.resources.ordersBucket,
  queues: aws.resources.queues,
  peek: { waitSeconds: 0 },
  now: () => now,
});

const store = (key: string) =>
  aws.clients.s3.send(
    new PutObjectCommand({ Bucket: aws.resources.ordersBucket, Key: key, Body: key }),
  );

/** What pdf does, with the key for bytes. */
const invoice = async (stored: Awaited<ReturnType<typeof recordedOrder>>): Promise<void> => {
  const { order, outbox } = stored;
  const key = `${order.tenantId}/orders/order_${order.id}.pdf`;
  await store(key);
  await noteInvoice(table)({
    seen: stored,
    receivedEventId: outbox[0]?.id ?? '',
    note: {
      key,
      sha256: hashOf(key),
      orderVersion: order.version,
      renderedAt: order.dateLastUpdated,
      writeId: randomUUID(),
    },
  });
};

const mail = async ({ tenantId, id }: Pick<RecordedOrder, 'tenantId' | 'id'>, name: EffectName) => {
  const { claimEffect, finishEffect } = effectsOf(table);
  const token = randomUUID();
  const effect = { tenantId, orderId: id, name };
  await claimEffect(effect, { token, now: now.getTime(), duration: 35_000 });
  await finishEffect(effect, { token, now: now.getTime(), messageId: `message-${name}` });
};

/** An order that is recorded, invoiced and mailed. */
const wholeOrder = async (changes: object = {}) => {
  const stored = await recordedOrder(table, changes);
  const { order } = stored;
  await invoice(stored);
  await mail(order, 'internal-recorded');
  await mail(order, 'customer-recorded');
  return storedOrder(table, order);
};

/** Puts a message into pdf's dead-letter queue. */
const deadLetter = (body: unknown, reason: string) =>
  aws.clients.sqs.send(
    new SendMessageCommand({
      QueueUrl: aws.resources.queues['pdf']?.deadLetterUrl,
      MessageBody: JSON.stringify(body),
      MessageAttributes: {
        reason: { DataType: 'String', StringValue: reason },
        eventType: { DataType: 'String', StringValue: 'order.recorded' },
      },
    }),
  );

/** Changes the order's item behind everybody's back. */
const tamper = async (
  { tenantId, id }: Pick<RecordedOrder, 'tenantId' | 'id'>,
  UpdateExpression: string,
): Promise<void> => {
  await table.client.send(
    new UpdateCommand({ TableName: table.name, Key: orderKey(tenantId, id), UpdateExpression }),
  );
};

const auditOf = (orders: readonly Pick<RecordedOrder, 'tenantId' | 'id'>[]) => {
  const [first] = orders;
  if (!first) throw new Error('There is no order to audit');
  const orderIds = orders.map(({ id }) => id);
  return auditOrders(sources())({ tenantId: first.tenantId, orderIds, timeZone });
};

describe('an audit', () => {
  test('finds nothing wrong with orders that are whole, and tells how far it is', async () => {
    const tenantId = newTenantId();
    const number = (n: number) => `ORD-20261120-0000${n}`;
    for (const n of [1, 2, 3]) await wholeOrder({ tenantId, orderNumber: number(n) });
    const orderIds = await findOrders(table)({ tenantId, ...day });
    const seen: number[] = [];

    const report = await auditOrders(sources())({
      tenantId,
      orderIds,
      timeZone,
      onProgress: (done) => seen.push(done),
    });

    expect(report).toMatchObject({ orders: 3, whole: 3, inProgress: 0, violations: [] });
    expect(seen).toEqual([1, 2, 3]);
  });

  test('tells what is in progress from what is missing', async () => {
    const { order } = await recordedOrder(table);

    const request = { tenantId: order.tenantId, orderIds: [order.id], timeZone };
    const anHourLater = new Date('2026-11-20T10:30:00.000Z');
    const early = await auditOrders({ ...sources(), now: () => anHourLater })(request);
    const late = await auditOrders(sources())(request);

    expect(early).toMatchObject({ whole: 0, inProgress: 1, violations: [] });
    expect(late).toMatchObject({ whole: 0, inProgress: 0 });
    expect(late.violations.map(({ invariant }) => invariant)).toEqual([
      'one-invoice',
      'mails-sent',
      'mails-sent',
      'outbox-empty',
      'outbox-index',
    ]);
  });

  test('names an order that does not exist', async () => {
    const report = await auditOf([{ tenantId: newTenantId(), id: v.parse(OrderId, randomUUID()) }]);

    expect(report).toMatchObject({
      orders: 1,
      whole: 0,
      violations: [{ invariant: 'record-exists' }],
    });
  });

  test('goes on when a record cannot be read', async () => {
    const { order } = await wholeOrder();
    const broken = await wholeOrder({
      tenantId: order.tenantId,
      orderNumber: 'ORD-20261120-00002',
    });
    await tamper(broken.order, 'REMOVE lastUpdatedBy');

    const report = await auditOf([order, broken.order]);

    expect(report).toMatchObject({ whole: 1 });
    expect(report.violations).toMatchObject([
      { invariant: 'record-exists', message: expect.stringContaining('/lastUpdatedBy') },
    ]);
  });

  test('fails when the table cannot be read, whatever the reason', async () => {
    const { order } = await recordedOrder(table);
    const elsewhere = { ...sources(), table: { ...table, name: 'no-such-table' } };
    const request = { tenantId: order.tenantId, orderIds: [order.id], timeZone };

    await expect(auditOrders(elsewhere)(request)).rejects.toThrow('not found');
  });

  test('counts the orders of a number that was given twice as not whole', async () => {
    const { order } = await wholeOrder();
    const twin = await wholeOrder({ tenantId: order.tenantId });

    const report = await auditOf([order, twin.order]);

    expect(report).toMatchObject({ orders: 2, whole: 0, inProgress: 0 });
    expect(report.violations).toMatchObject([
      { invariant: 'unique-numbers', orderId: order.id },
      { invariant: 'unique-numbers', orderId: twin.order.id },
    ]);
  });

  test('names mails that are there twice, where there is an inbox', async () => {
    const { order } = await wholeOrder();
    const { tenantId, id, customerEmail } = order;
    const confirmation = (messageId: string) => ({
      messageId,
      to: [customerEmail],
      subject: `Order Confirmation: ${order.orderNumber}`,
      headers: { 'X-BBWS-Order-Id': id },
    });
    const readInbox = async () => [
      confirmation('message-customer-recorded'),
      confirmation('message-again'),
      { ...confirmation('message-internal-recorded'), subject: 'New Order Received: …' },
      { ...confirmation('message-other'), headers: {} },
    ];

    const report = await auditOrders({ ...sources(), readInbox })({
      tenantId,
      orderIds: [id],
      timeZone,
    });

    expect(report.violations).toMatchObject([
      { invariant: 'mails-once', message: 'customer-recorded: sent 2 times.' },
    ]);
  });

  test('names the dead letter that an order waits for, and leaves it where it is', async () => {
    const { order, outbox } = await recordedOrder(table);
    const [event] = outbox;
    await deadLetter({ ...event, tenantId: newTenantId() }, 'OF_ANOTHER_TENANT');
    await deadLetter({ ...event, orderId: randomUUID() }, 'OF_ANOTHER_ORDER');
    await deadLetter(event, 'RENDER_FAILED');

    const reports = [await auditOf([order]), await auditOf([order])];

    for (const report of reports) {
      expect(report.violations).toContainEqual(
        expect.objectContaining({
          invariant: 'one-invoice',
          remedy: 'pnpm dlq redrive --queue pdf',
          heldBy: expect.objectContaining({ reason: 'RENDER_FAILED', orderVersion: 2 }),
        }),
      );
      expect(report.queues['pdf']).toEqual({ messages: 0, deadLetters: 3 });
    }
  });
});

describe('the orders of a day', () => {
  test('begin and end with it', async () => {
    const tenantId = newTenantId();
    const created = (dateCreated: string) => recordedOrder(table, { tenantId, dateCreated });
    const first = await created(day.from);
    const last = await created('2026-11-20T21:59:59.999Z');
    await created(day.before);
    await created('2026-11-19T21:59:59.999Z');

    const ids = await findOrders(table)({ tenantId, ...day });

    expect(ids.toSorted()).toEqual([first.order.id, last.order.id].toSorted());
  });

  test('are found although one list has lost them', async () => {
    const tenantId = newTenantId();
    const [one, other] = [
      await recordedOrder(table, { tenantId }),
      await recordedOrder(table, { tenantId }),
    ];
    await tamper(one.order, 'REMOVE GSI1_PK, GSI1_SK');
    await tamper(other.order, 'REMOVE GSI3_PK, GSI3_SK');

    const ids = await findOrders(table)({ tenantId, ...day });

    expect(ids.toSorted()).toEqual([one.order.id, other.order.id].toSorted());
  });

  test('are found when no list has them, if one asks for hidden ones', async () => {
    const { order } = await recordedOrder(table);
    await tamper(order, 'REMOVE GSI1_PK, GSI1_SK, GSI3_PK, GSI3_SK');
    const search = { tenantId: order.tenantId, ...day };

    expect(await findOrders(table)(search)).toEqual([]);
    expect(await findOrders(table)({ ...search, hidden: true })).toEqual([order.id]);
  });

  test('are found beyond the first page', async () => {
    const tenantId = newTenantId();
    const orders = Array.from({ length: 101 }, () => acceptanceOf({ tenantId }).order);
    await writeOrders(table, orders);

    const ids = await findOrders(table)({ tenantId, ...day });

    expect(ids.toSorted()).toEqual(orders.map(({ id }) => id).toSorted());
  });
});
