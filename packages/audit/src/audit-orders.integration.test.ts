import { randomUUID } from 'node:crypto';
import { OrderId } from '@bbws/domain/identifiers';
import type { RecordedOrder } from '@bbws/domain/order';
import { noteRepeat } from '@bbws/dynamo/note-repeat';
import { recordedOrder } from '@bbws/dynamo/testing/recorded';
import { newTenantId } from '@bbws/dynamo/testing/samples';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { auditOrders } from './audit-orders.ts';
import { findOrders } from './find-orders.ts';
import { day, now, ordersOn, timeZone } from './testing/orders-on.ts';

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws();
});
afterAll(() => aws.close());

const auditOf = (orders: readonly Pick<RecordedOrder, 'tenantId' | 'id'>[]) => {
  const [first] = orders;
  if (!first) throw new Error('There is no order to audit');
  const orderIds = orders.map(({ id }) => id);
  return auditOrders(ordersOn(aws).sources())({ tenantId: first.tenantId, orderIds, timeZone });
};

describe('an audit', () => {
  test('finds nothing wrong with orders that are whole, and tells how far it is', async () => {
    const { table, sources, wholeOrder } = ordersOn(aws);
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
    const { table, sources } = ordersOn(aws);
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
    const { wholeOrder, tamper } = ordersOn(aws);
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
    const { table, sources } = ordersOn(aws);
    const { order } = await recordedOrder(table);
    const elsewhere = { ...sources(), table: { ...table, name: 'no-such-table' } };
    const request = { tenantId: order.tenantId, orderIds: [order.id], timeZone };

    await expect(auditOrders(elsewhere)(request)).rejects.toThrow('not found');
  });

  test('counts the orders of a number that was given twice as not whole', async () => {
    const { wholeOrder } = ordersOn(aws);
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
    const { sources, wholeOrder } = ordersOn(aws);
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

  test('does not take a mail for doubled that an operator had sent once more', async () => {
    const { table, sources, wholeOrder } = ordersOn(aws);
    const { order } = await wholeOrder();
    const { tenantId, id, customerEmail } = order;
    const mailOf = (messageId: string, subject: string) => ({
      messageId,
      to: [customerEmail],
      subject,
      headers: { 'X-BBWS-Order-Id': id },
    });
    const readInbox = async () => [
      mailOf('message-first', 'Order Confirmation: …'),
      mailOf('message-customer-recorded', 'Order Confirmation: …'),
      mailOf('message-internal-recorded', 'New Order Received: …'),
    ];
    const request = { tenantId, orderIds: [id], timeZone };
    const before = await auditOrders({ ...sources(), readInbox })(request);

    const effect = { tenantId, orderId: id, name: 'customer-recorded' } as const;
    await noteRepeat(table)(effect, { messageId: 'message-first', now: now.getTime() });
    const after = await auditOrders({ ...sources(), readInbox })(request);

    expect(before.violations).toMatchObject([{ invariant: 'mails-once' }]);
    expect(after).toMatchObject({ whole: 1, violations: [] });
  });

  test('names the dead letter that an order waits for, and leaves it where it is', async () => {
    const { table, deadLetter } = ordersOn(aws);
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

describe('an audit of orders that alone were asked for', () => {
  test('leaves out the dead letters of others, and counts as it judges', async () => {
    const { sources, wholeOrder, deadLetter } = ordersOn(aws);
    const { order } = await wholeOrder();
    await deadLetter({ tenantId: order.tenantId, orderId: randomUUID() }, 'of no code');
    const request = { tenantId: order.tenantId, orderIds: [order.id], timeZone };

    const ofTenant = await auditOrders(sources())(request);
    const alone = await auditOrders(sources())({ ...request, alone: true });

    expect(ofTenant.violations).toMatchObject([{ invariant: 'dead-letter-reason' }]);
    expect(alone).toMatchObject({ whole: 1, violations: [], deadLetters: [] });
  });

  test('has their own', async () => {
    const { sources, wholeOrder, deadLetter } = ordersOn(aws);
    const { order } = await wholeOrder();
    const { tenantId, id: orderId } = order;
    await deadLetter({ tenantId, orderId }, 'of no code');
    await deadLetter({ tenantId: newTenantId(), orderId }, 'of no code');

    const alone = await auditOrders(sources())({
      ...{ tenantId, orderIds: [orderId], timeZone },
      alone: true,
    });

    expect(alone).toMatchObject({ whole: 0, inProgress: 0, deadLetters: [{ tenantId, orderId }] });
    expect(alone.violations).toMatchObject([{ invariant: 'dead-letter-reason', orderId }]);
  });
});
