import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OrderId } from '@bbws/domain/identifiers';
import { aPayment, aTenantId } from '@bbws/domain/testing/builders';
import { readOrder } from '@bbws/dynamo/read-order';
import { tableOf } from '@bbws/dynamo/table';
import type { LocalService } from '@bbws/local-aws/service';
import * as v from 'valibot';
import { makePortal, orderBody, type Reply } from './testing/portal.ts';
import { settled } from './testing/queues.ts';
import { startIsolated, unhurried } from './testing/start-isolated.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startIsolated({ timeScale: unhurried });
});
afterAll(() => service.close());

const crowd = 50;

/** What `attempt` gives for fifty who try at once. */
const atOnce = (attempt: (index: number) => Promise<Reply>): Promise<Reply[]> =>
  Promise.all(Array.from({ length: crowd }, (_, index) => attempt(index)));

/** How many replies have each status. */
const tally = (replies: readonly Reply[]) =>
  Object.fromEntries(
    [...Map.groupBy(replies, ({ status }) => status)].map(([status, own]) => [status, own.length]),
  );

const aPortal = async (name: string) => {
  const tenantId = aTenantId(`tenant-${name}`);
  const portal = await makePortal(service, tenantId);
  const create = (key: string, body: unknown = orderBody()) =>
    portal.call('POST', '/v1.0/orders', { body, headers: { 'Idempotency-Key': key } });
  const listed = async () => {
    const { data } = await portal.call('GET', `/v1.0/tenants/${tenantId}/orders`);
    return v.parse(v.array(v.object({ id: OrderId })), data['orders']).map(({ id }) => id);
  };
  return { ...portal, tenantId, create, listed };
};

const orderIdIn = ({ data }: Reply) => v.parse(OrderId, data['orderId']);
const isReplay = ({ headers }: Reply) => headers.get('idempotent-replayed') === 'true';

describe('Fifty creates at once with one Idempotency-Key', () => {
  test('are one order, with fifty equal answers and one pair of mails', async () => {
    const portal = await aPortal('crowd');

    const replies = await atOnce(() => portal.create('checkout-1'));
    await settled(service.aws);

    expect(tally(replies)).toEqual({ 202: crowd });
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(replies.filter((reply) => !isReplay(reply))).toHaveLength(1);
    const ids = await portal.listed();
    expect(ids).toEqual(replies.slice(0, 1).map(orderIdIn));
    const mails = (await service.aws.mails()).filter(
      ({ headers }) => headers['X-BBWS-Order-Id'] === ids[0],
    );
    expect(mails.map(({ subject }) => subject.split(':')[0]).toSorted()).toEqual([
      'New Order Received',
      'Order Confirmation',
    ]);
  });

  test('with two bodies are one order still: the others are refused', async () => {
    const portal = await aPortal('two-minds');
    const bodies = ['Thandi Sample', 'Sipho Sample'].map((customerName) =>
      orderBody({ customerName }),
    );

    const replies = await atOnce((index) => portal.create('checkout-1', bodies[index % 2]));

    expect(tally(replies)).toEqual({ 202: crowd / 2, 422: crowd / 2 });
    const accepted = replies.filter(({ status }) => status === 202);
    expect(await portal.listed()).toEqual([...new Set(accepted.map(orderIdIn))]);
  });
});

describe('An Idempotency-Key', () => {
  test('of another tenant is another order', async () => {
    const [one, other] = await Promise.all([aPortal('one'), aPortal('other')]);

    const replies = await Promise.all([one.create('checkout-1'), other.create('checkout-1')]);

    expect(replies.map(isReplay)).toEqual([false, false]);
    const [first, second] = replies.map(orderIdIn);
    expect(first).not.toBe(second);
    expect([await one.listed(), await other.listed()]).toEqual([[first], [second]]);
  });

  test('knows its body with the fields in another order', async () => {
    const portal = await aPortal('reordered');
    const { billingAddress, ...rest } = orderBody();
    const reversed = (fields: object) => Object.fromEntries(Object.entries(fields).toReversed());

    const first = await portal.create('checkout-1');
    const again = await portal.create(
      'checkout-1',
      JSON.stringify({ billingAddress: reversed(billingAddress), ...reversed(rest) }, null, 2),
    );

    expect([first, again].map(isReplay)).toEqual([false, true]);
    expect(again.text).toBe(first.text);
    expect(await portal.listed()).toEqual([orderIdIn(first)]);
  });
});

const Changed = v.object({
  version: v.number(),
  lastUpdatedBy: v.string(),
  paymentDetails: v.object({ transactionId: v.string() }),
  statusHistory: v.array(v.object({ version: v.number(), by: v.string() })),
});

/** A recorded order, and a way for the index-th of many users to change its payment. */
const aRecordedOrder = async (name: string) => {
  const portal = await aPortal(name);
  const { orderId } = await portal.place();
  const { version } = v.parse(v.object({ version: v.number() }), await portal.recorded(orderId));
  const change = async (index: number, headers: Record<string, string> = {}) => {
    const token = await service.token({ tenantId: portal.tenantId, subject: `user-${index}` });
    const paymentDetails = aPayment({ transactionId: `transaction-${index}` });
    return portal.call('PUT', `/v1.0/orders/${orderId}`, {
      body: { paymentDetails },
      headers: { Authorization: `Bearer ${token}`, ...headers },
    });
  };
  const read = async () => {
    const { data } = await portal.call('GET', `/v1.0/orders/${orderId}`);
    return v.parse(Changed, data);
  };
  return { ...portal, id: v.parse(OrderId, orderId), version, change, read };
};

const isDone = ({ status }: Reply) => status === 200;

describe('Fifty updates at once', () => {
  test('of the same version are one change: the others are refused as stale', async () => {
    const order = await aRecordedOrder('same-version');

    const replies = await atOnce((index) =>
      order.change(index, { 'If-Match': `"${order.version}"` }),
    );

    expect(tally(replies)).toEqual({ 200: 1, 412: crowd - 1 });
    const after = await order.read();
    expect(after.version).toBe(order.version + 1);
    expect(replies.filter(isDone).map(({ data }) => v.parse(Changed, data))).toEqual([after]);
  });

  test('of any version lose nothing that was acknowledged, nor its event', async () => {
    const order = await aRecordedOrder('any-version');

    const replies = await atOnce((index) => order.change(index));
    await settled(service.aws);

    const acknowledged = replies
      .filter(isDone)
      .map(({ data }) => v.parse(Changed, data))
      .toSorted((one, other) => one.version - other.version);
    const after = await order.read();
    expect(new Set(replies.map(({ status, code }) => `${status} ${code ?? ''}`.trim()))).toEqual(
      new Set(['200', '409 ORDER_CHANGED']),
    );
    expect(after.statusHistory.slice(order.version)).toEqual(
      acknowledged.map(({ version, lastUpdatedBy: by }) => ({ version, by })),
    );
    expect(after.statusHistory.map(({ version }) => version)).toEqual(
      Array.from({ length: after.version }, (_, index) => index + 1),
    );
    expect(after.paymentDetails).toEqual(acknowledged.at(-1)?.paymentDetails);
    const table = tableOf(service.aws.clients.dynamodb, service.aws.resources.tableName);
    expect((await readOrder(table)(order.tenantId, order.id))?.outbox).toEqual([]);
  });
});
