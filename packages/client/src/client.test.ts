import { describe, expect, test } from '@jest/globals';
import { OrderApiError } from './errors.ts';
import { makeOrderClient } from './index.ts';
import {
  anAcceptedOrder,
  aRecordedOrder,
  fakeClient,
  orderId,
  problem,
  success,
} from './testing/fake-api.ts';
import { aNewOrder } from './testing/new-order.ts';

const placed = { orderId, orderNumber: 'ORD-20261120-00001', status: 'pending', message: 'ok' };
const headersNamed = (name: string, requests: readonly Request[]) =>
  requests.map(({ headers }) => headers.get(name));

describe('createOrder', () => {
  test('sends the order with the token and a key', async () => {
    const { client, requests } = fakeClient([success(placed, 202)], { newKey: () => 'key-1' });

    const accepted = await client.createOrder(aNewOrder());

    expect(accepted).toEqual({ ...placed, replayed: false });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://api.example.com/v1.0/orders',
    ]);
    expect(headersNamed('Authorization', requests)).toEqual(['Bearer token-sample']);
    expect(headersNamed('Idempotency-Key', requests)).toEqual(['key-1']);
    expect(await requests[0]?.json()).toEqual(aNewOrder());
  });

  test('keeps its key over its retries', async () => {
    const answers = [problem(503, 'ANY'), new TypeError('fetch failed'), success(placed, 202)];
    const { client, requests } = fakeClient(answers);

    await client.createOrder(aNewOrder());

    expect(requests).toHaveLength(3);
    expect(new Set(headersNamed('Idempotency-Key', requests)).size).toBe(1);
  });

  test('has a new key for every call', async () => {
    const { client, requests } = fakeClient([success(placed, 202), success(placed, 202)]);

    await client.createOrder(aNewOrder());
    await client.createOrder(aNewOrder());

    expect(new Set(headersNamed('Idempotency-Key', requests)).size).toBe(2);
  });

  test("takes the caller's key, and says when it was used before", async () => {
    const { client, requests } = fakeClient([
      success(placed, 202, { 'Idempotent-Replayed': 'true' }),
    ]);

    const { replayed } = await client.createOrder(aNewOrder(), { idempotencyKey: 'checkout-7' });

    expect(replayed).toBe(true);
    expect(headersNamed('Idempotency-Key', requests)).toEqual(['checkout-7']);
  });

  test('is not repeated after 400', async () => {
    const { client, requests } = fakeClient([problem(400, 'INVALID_REQUEST')]);

    await expect(client.createOrder(aNewOrder())).rejects.toMatchObject({
      name: 'OrderApiError',
      code: 'INVALID_REQUEST',
      requestId: 'request-sample',
    });
    expect(requests).toHaveLength(1);
  });
});

describe('getOrder', () => {
  test('gives the order and its ETag', async () => {
    const order = anAcceptedOrder();
    const { client, requests } = fakeClient([success(order, 200, { ETag: '"1"' })]);

    expect(await client.getOrder(orderId)).toEqual({ order, etag: '"1"' });
    expect(requests[0]?.url).toBe(`https://api.example.com/v1.0/orders/${orderId}`);
  });

  test('makes the ETag of the version when a proxy dropped it', async () => {
    const { client } = fakeClient([success(anAcceptedOrder({ version: 4 }))]);

    expect(await client.getOrder(orderId)).toMatchObject({ etag: '"4"' });
  });
});

describe('updateOrder', () => {
  const change = { status: 'cancelled' } as const;

  test('names the version it changes', async () => {
    const { client, requests } = fakeClient([success(aRecordedOrder(), 200, { ETag: '"3"' })]);

    const { etag } = await client.updateOrder(orderId, change, { ifMatch: '"2"' });

    expect(etag).toBe('"3"');
    expect(headersNamed('If-Match', requests)).toEqual(['"2"']);
    expect(await requests[0]?.json()).toEqual(change);
  });

  test('is repeated when it names one', async () => {
    const { client, requests } = fakeClient([problem(503, 'ANY'), success(aRecordedOrder())]);

    await client.updateOrder(orderId, change, { ifMatch: '"2"' });

    expect(requests).toHaveLength(2);
  });

  test('is not repeated when it names none', async () => {
    const { client, requests } = fakeClient([problem(503, 'SERVICE_UNAVAILABLE')]);

    await expect(client.updateOrder(orderId, change)).rejects.toThrow('SERVICE_UNAVAILABLE');
    expect(headersNamed('If-Match', requests)).toEqual([null]);
  });
});

describe('listOrders', () => {
  const page = {
    orders: [],
    pagination: { pageSize: 2, totalReturned: 0, nextToken: null, moreAvailable: false },
  };

  test('asks for what the query says', async () => {
    const { client, requests } = fakeClient([success(page)]);
    const query = { pageSize: 2, startAt: 'a+/=', status: 'paid', from: '2026-11-01' } as const;

    expect(await client.listOrders('tenant-demo', query)).toEqual(page);
    expect(requests[0]?.url).toBe(
      'https://api.example.com/v1.0/tenants/tenant-demo/orders?pageSize=2&startAt=a%2B%2F%3D&status=paid&from=2026-11-01',
    );
  });

  test('asks for the default without a query', async () => {
    const { client, requests } = fakeClient([success(page)]);

    await client.listOrders('tenant-demo');

    expect(requests[0]?.url).toBe('https://api.example.com/v1.0/tenants/tenant-demo/orders');
  });
});

describe('getInvoice', () => {
  test('gives the address and when it ends', async () => {
    const expiresAt = '2026-11-20T09:35:00Z';
    const invoice = { url: 'https://files.example.com/1.pdf', expiresAt, orderVersion: 2 };
    const { client, requests } = fakeClient([success(invoice)]);

    expect(await client.getInvoice(orderId)).toEqual(invoice);
    expect(requests[0]?.url).toBe(`https://api.example.com/v1.0/orders/${orderId}/invoice`);
  });

  test('says when to ask again for one that is not ready', async () => {
    const { client } = fakeClient([problem(409, 'INVOICE_NOT_READY', { 'Retry-After': '5' })]);

    await expect(client.getInvoice(orderId)).rejects.toMatchObject({
      code: 'INVOICE_NOT_READY',
      retryAfterSeconds: 5,
    });
  });
});

describe('health', () => {
  test('needs no token', async () => {
    const { client, requests } = fakeClient([success({ status: 'ok' })], {
      token: () => Promise.reject(new Error('not signed in')),
    });

    expect(await client.health()).toEqual({ status: 'ok' });
    expect(headersNamed('Authorization', requests)).toEqual([null]);
  });

  test('is asked once', async () => {
    const { client, requests } = fakeClient([problem(503, 'SERVICE_UNAVAILABLE')]);

    await expect(client.health()).rejects.toBeInstanceOf(OrderApiError);
    expect(requests).toHaveLength(1);
  });
});

describe('every call', () => {
  test('throws what the token source throws, and sends nothing', async () => {
    const { client, requests } = fakeClient([], {
      token: () => {
        throw new Error('not signed in');
      },
    });

    await expect(client.getOrder(orderId)).rejects.toThrow('not signed in');
    expect(requests).toEqual([]);
  });

  test('throws a fault of the network as it is', async () => {
    const fault = new TypeError('fetch failed');
    const { client } = fakeClient([fault], { retry: { attempts: 1 } });

    await expect(client.getOrder(orderId)).rejects.toBe(fault);
  });

  test.each([
    ['a page instead of an error', () => new Response('<html>', { status: 404 })],
    ['a page instead of an order', () => new Response('<html>')],
    ['nothing at all', () => new Response(null, { status: 204 })],
    [
      'an empty answer',
      () => new Response('', { headers: { 'Content-Type': 'application/json' } }),
    ],
  ])('throws UNEXPECTED_ANSWER for %s', async (_, answer) => {
    const { client } = fakeClient([answer()]);

    await expect(client.getOrder(orderId)).rejects.toMatchObject({ code: 'UNEXPECTED_ANSWER' });
  });

  test('is ended by its signal while it waits for the token', async () => {
    const controller = new AbortController();
    const { client } = fakeClient([], { token: () => new Promise(() => undefined) });
    const calling = client.getOrder(orderId, { signal: controller.signal });

    controller.abort(new Error('The page was left.'));

    await expect(calling).rejects.toThrow('The page was left.');
  });

  test('is ended by its signal between two attempts', async () => {
    const controller = new AbortController();
    const { client, requests } = fakeClient([problem(503, 'ANY'), success('never')], {
      sleep: async () => controller.abort(new Error('The page was left.')),
    });

    await expect(client.getOrder(orderId, { signal: controller.signal })).rejects.toThrow(
      'The page was left.',
    );
    expect(requests).toHaveLength(1);
  });

  test('uses the fetch of its platform unless another one is given', async () => {
    // What the client adds to the address is a fragment.
    const baseUrl = 'data:application/json,{"success":true,"data":{"status":"ok"}}#';
    const client = makeOrderClient({ baseUrl, token: () => 'token-sample' });

    expect(await client.health()).toEqual({ status: 'ok' });
  });
});
