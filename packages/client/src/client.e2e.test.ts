import { randomUUID } from 'node:crypto';
import { startService, type LocalService } from '@bbws/local-aws/service';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeOrderClient, type OrderClient } from './index.ts';
import { aNewOrder } from './testing/new-order.ts';
import { markPaid, placeOrder, unpaidOrders } from './testing/portal-sample.ts';
import { wrongCalls } from './testing/wrong-calls.ts';

const tenantId = 'tenant-client';

describe('the client against the service', () => {
  let service: LocalService;
  let client: OrderClient;
  beforeAll(async () => {
    service = await startService({ timeScale: 100 });
    client = makeOrderClient({
      baseUrl: service.apiUrl,
      token: () => service.token({ tenantId }),
    });
  });
  afterAll(() => service.close());

  const place = async (changes: Parameters<typeof aNewOrder>[0] = {}) =>
    (await client.createOrder(aNewOrder(changes))).orderId;

  test('places an order and waits for its amounts', async () => {
    const shown = await placeOrder(client, aNewOrder(), randomUUID());

    expect(shown).toMatch(/^ORD-\d{8}-\d{5}: ZAR \d+\.\d\d$/);
  });

  test('places one order for one key', async () => {
    const idempotencyKey = randomUUID();

    const first = await client.createOrder(aNewOrder(), { idempotencyKey });
    const second = await client.createOrder(aNewOrder(), { idempotencyKey });

    expect(second).toEqual({ ...first, replayed: true });
  });

  test('changes an order in the version that was read', async () => {
    const orderId = await place();
    await client.waitUntilRecorded(orderId);

    expect(await markPaid(client, orderId, 'tx-1')).toBe('paid');
    expect(await markPaid(client, orderId, 'tx-1')).toBe('paid');
  });

  test('does not change an order in an older version', async () => {
    const orderId = await place();
    await client.waitUntilRecorded(orderId);

    await expect(
      client.updateOrder(orderId, { status: 'cancelled' }, { ifMatch: '"1"' }),
    ).rejects.toMatchObject({ code: 'VERSION_STALE', status: 412 });
  });

  test('lists the orders of all pages', async () => {
    const tenant = 'tenant-client-list';
    const token = () => service.token({ tenantId: tenant });
    const lister = makeOrderClient({ baseUrl: service.apiUrl, token });
    const placed = [];
    for (let count = 0; count < 5; count += 1) {
      const { orderNumber } = await lister.createOrder(aNewOrder());
      placed.unshift(orderNumber);
    }

    expect((await unpaidOrders(lister, tenant)).toSorted()).toEqual(placed.toSorted());
  });

  test('says why an order is rejected', async () => {
    const shown = await placeOrder(client, aNewOrder({ cartId: 'cart-no-lines' }), randomUUID());

    expect(shown).toMatch(/cart/i);
    expect(shown).not.toContain('ORD-');
  });

  test('names the fields that are wrong', async () => {
    const shown = await placeOrder(client, aNewOrder({ customerEmail: 'nobody' }), randomUUID());

    expect(shown).toContain('/customerEmail: ');
  });

  test('gives the request id of an error', async () => {
    const unknown = randomUUID();

    await expect(client.getOrder(unknown)).rejects.toMatchObject({
      code: 'ORDER_NOT_FOUND',
      requestId: expect.stringMatching(/./),
    });
  });

  test('says when the token is not accepted', async () => {
    const stranger = makeOrderClient({ baseUrl: service.apiUrl, token: () => 'nonsense' });

    await expect(stranger.listOrders(tenantId)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  test('may not list the orders of another tenant', async () => {
    await expect(client.listOrders('tenant-other')).rejects.toMatchObject({
      code: 'TENANT_MISMATCH',
    });
  });

  test('asks for the health', async () => {
    expect(await client.health()).toEqual({ status: 'ok' });
  });

  test.each(Object.entries(wrongCalls))('is refused, as by its types: %s', async (_, call) => {
    const sample = { client, order: aNewOrder(), orderId: await place(), tenantId };

    await expect(call(sample)).rejects.toMatchObject({ code: 'INVALID_REQUEST', status: 400 });
  });
});
