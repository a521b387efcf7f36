import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OrderId } from '@bbws/domain/identifiers';
import { aTenantId } from '@bbws/domain/testing/builders';
import { acceptOrder } from '@bbws/dynamo/accept-order';
import { makeOutboxDue } from '@bbws/dynamo/outbox';
import { tableOf, type Table } from '@bbws/dynamo/table';
import { storedOrder } from '@bbws/dynamo/testing/recorded';
import { acceptanceOf } from '@bbws/dynamo/testing/samples';
import { writeWriterRegion } from '@bbws/dynamo/writer-region';
import type { LocalService } from '@bbws/local-aws/service';
import * as v from 'valibot';
import { withApi } from './contract/faulty-apis.ts';
import { eventually } from './testing/eventually.ts';
import { makePortal } from './testing/portal.ts';
import { settled } from './testing/queues.ts';
import { startRecorded } from './testing/recording-proxy.ts';
import { startIsolated } from './testing/start-isolated.ts';

// Its schedules are off: the sweeper runs when a test says so.
let recorded: Awaited<ReturnType<typeof startRecorded>>;
let service: LocalService;
let table: Table;
beforeAll(async () => {
  recorded = await startRecorded();
  service = recorded.service;
  table = tableOf(service.aws.clients.dynamodb, service.aws.resources.tableName);
});
afterAll(() => recorded.close());

const sweep = () => service.invoke('sweeper', {});

/** The same service, but its functions do not reach the topic. */
const withoutTopic = <Result>(use: (api: LocalService) => Promise<Result>): Promise<Result> => {
  const { aws } = service;
  const clientEnv = { ...aws.clientEnv, AWS_ENDPOINT_URL_SNS: 'http://127.0.0.1:9' };
  return withApi(() => startIsolated({ aws: { ...aws, clientEnv }, schedules: false }), use);
};

const outboxOf = async (tenantId: string, orderId: string) => {
  const key = { tenantId: aTenantId(tenantId), id: v.parse(OrderId, orderId) };
  return (await storedOrder(table, key)).outbox;
};
const subjectsOf = async (orderId: string) =>
  (await service.aws.mails())
    .filter(({ headers }) => headers['X-BBWS-Order-Id'] === orderId)
    .map(({ subject }) => subject.split(':')[0]);
const mailed = (orderId: string, subject: string) =>
  eventually(`${subject} of ${orderId}`, async () =>
    (await subjectsOf(orderId)).includes(subject) ? true : undefined,
  );

describe('An event that could not be published', () => {
  test('is published by the sweeper: the order is recorded, invoiced and mailed', async () => {
    const tenantId = 'tenant-unannounced';
    const portal = await makePortal(service, tenantId);
    const { orderId } = await withoutTopic(async (api) =>
      (await makePortal(api, tenantId)).place(),
    );
    const waiting = await outboxOf(tenantId, orderId);

    await sweep();
    await portal.invoiced(orderId);
    await settled(service.aws);

    expect(waiting).toMatchObject([{ type: 'order.accepted' }]);
    expect((await subjectsOf(orderId)).toSorted()).toEqual([
      'New Order Received',
      'Order Confirmation',
    ]);
    expect(await outboxOf(tenantId, orderId)).toEqual([]);
  });

  test('of a change that was acknowledged reaches the customer all the same', async () => {
    const tenantId = 'tenant-unheard';
    const portal = await makePortal(service, tenantId);
    const { orderId } = await portal.place();
    await portal.invoiced(orderId);
    const changed = await withoutTopic(async (api) =>
      (await makePortal(api, tenantId)).call('PUT', `/v1.0/orders/${orderId}`, {
        body: { status: 'cancelled' },
      }),
    );
    const waiting = await outboxOf(tenantId, orderId);

    await sweep();
    await mailed(orderId, 'Order Update');

    expect(changed.status).toBe(200);
    expect(waiting).toMatchObject([{ type: 'order.status-changed' }]);
    expect(await outboxOf(tenantId, orderId)).toEqual([]);
  });
});

/** Accepted orders whose events were never published, and are due. */
const dueOrders = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const { order, event } = acceptanceOf({ cartId: 'cart-rooibos' });
      const occurredAt = new Date(Date.now() - 80 * 60_000).toISOString();
      await acceptOrder(table)({ order, event: { ...event, occurredAt } });
      await makeOutboxDue(table)(event, new Date(Date.now() - 1000).toISOString());
      return { ...order, eventId: event.id };
    }),
  );

/** How many messages with that event have reached record-creator. */
const arrivals = (eventId: string): number =>
  new Set(
    service
      .logs('record-creator')
      .filter(({ entry }) => entry?.['eventId'] === eventId)
      .map(({ entry }) => entry?.['messageId']),
  ).size;

describe('Sweepers at once', () => {
  test('publish each event once between them', async () => {
    const due = await dueOrders(15);

    await Promise.all([sweep(), sweep(), sweep()]);
    await settled(service.aws);

    expect(due.map(({ eventId }) => arrivals(eventId))).toEqual(due.map(() => 1));
    const stages = await Promise.all(due.map((order) => storedOrder(table, order)));
    expect(new Set(stages.map(({ order }) => order.stage))).toEqual(new Set(['recorded']));
  });
});

describe('What the sweeper asks of DynamoDB', () => {
  test('is the index, the writer region, and each order that is due under its own tenant’s key', async () => {
    await settled(service.aws);
    const due = await dueOrders(2);

    // Where nothing is published no other function has anything to do.
    const { calls } = await withoutTopic((api) => recorded.during(() => api.invoke('sweeper', {})));

    const asked = calls.map(({ operation, partitions }) => `${operation} ${partitions.join()}`);
    const shards = Array.from({ length: 10 }, (_, shard) => `Query OUTBOX#${shard}`);
    const ofDue = due.flatMap(({ tenantId }) =>
      ['GetItem', 'UpdateItem'].map((operation) => `${operation} TENANT#${tenantId}`),
    );
    expect(new Set(asked)).toEqual(new Set(['GetItem CONTROL', ...shards, ...ofDue]));
  });
});

describe('Where another region writes', () => {
  test('the sweeper rests, and what is due waits', async () => {
    await withApi(
      () => startIsolated({ schedules: false }),
      async (elsewhere) => {
        const { clients, resources } = elsewhere.aws;
        const own = tableOf(clients.dynamodb, resources.tableName);
        await writeWriterRegion(own)('none', new Date().toISOString());
        const { order, event } = acceptanceOf();
        await acceptOrder(own)({ order, event });
        await makeOutboxDue(own)(event, new Date().toISOString());
        const before = await storedOrder(own, order);

        const outcome = await elsewhere.invoke('sweeper', {});

        expect(outcome).toBeNull();
        expect(await storedOrder(own, order)).toEqual(before);
      },
    );
  });
});
