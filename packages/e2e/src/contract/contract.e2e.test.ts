import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Route } from '@bbws/api/route';
import { createOrderRoute } from '@bbws/api/routes/create-order';
import { getInvoiceRoute } from '@bbws/api/routes/get-invoice';
import { getOrderRoute } from '@bbws/api/routes/get-order';
import { healthRoute } from '@bbws/api/routes/health';
import { listOrdersRoute } from '@bbws/api/routes/list-orders';
import { openMailedInvoiceRoute } from '@bbws/api/routes/open-mailed-invoice';
import { updateOrderRoute } from '@bbws/api/routes/update-order';
import { routes } from '@bbws/api/routes';
import { aCreateOrderRequest } from '@bbws/api/testing/requests';
import { OrderId } from '@bbws/domain/identifiers';
import { aPayment, aTenantId } from '@bbws/domain/testing/builders';
import { tableOf } from '@bbws/dynamo/table';
import { fillHistory } from '@bbws/dynamo/testing/fill-history';
import type { LocalService } from '@bbws/local-aws/service';
import * as v from 'valibot';
import { documentedOutcomes, operations } from '../testing/documented.ts';
import { eventually } from '../testing/eventually.ts';
import { startIsolated } from '../testing/start-isolated.ts';
import {
  apiOfFunctions,
  apiWithoutTable,
  apiWithThrottledTable,
  throttledApi,
  withApi,
  type FaultyApi,
} from './faulty-apis.ts';
import { answersElsewhere } from './other-region.ts';
import { bodyOf, listAt, mailedLink, orderAt, readsOrder } from './requests.ts';
import { makeWitness, samplePath, type Call } from './witness.ts';

const tenantId = 'tenant-contract';
const witness = makeWitness();
let service: LocalService;
let recordedId: string;
let link: string;
beforeAll(async () => {
  service = await startIsolated({
    variables: { ORDER_UPDATE_GROUPS: 'finance,packers:processing' },
  });
  recordedId = await placeUntil('recorded');
  link = await mailedLink(service, recordedId);
});
afterAll(() => service.close());

/** Calls a route as a member of finance. */
const call = async (route: Route, options: Call = {}) =>
  witness.call(service.apiUrl, route, {
    token: await service.token({ tenantId, groups: ['finance'] }),
    ...options,
  });
const place = async (changes: object = {}) => {
  const body = aCreateOrderRequest({ cartId: 'cart-rooibos', ...changes });
  const { data } = await call(createOrderRoute, { body });
  return String(data['orderId']);
};

/** A new order once it has reached that stage, and its invoice when it gets one. */
const placeUntil = async (stage: 'recorded' | 'rejected', changes: object = {}) => {
  const orderId = await place(changes);
  await eventually(`${orderId} ${stage}`, async () => {
    const { data } = await call(getOrderRoute, { path: orderAt(getOrderRoute, orderId) });
    const ready =
      data['stage'] === stage && (stage === 'rejected' || data['invoiceReady'] === true);
    return ready ? true : undefined;
  });
  return orderId;
};
const put = (orderId: string, body: unknown, headers: Record<string, string> = {}) =>
  call(updateOrderRoute, { path: orderAt(updateOrderRoute, orderId), body, headers });

describe('Every route', () => {
  test.each(routes.filter(({ access }) => access === 'tenant'))(
    '$operationId asks for a token, and for a tenant in it',
    async (route) => {
      const stranger = await witness.call(service.apiUrl, route, bodyOf(route));
      const nobody = await call(route, {
        ...bodyOf(route),
        token: await service.token({ omitTenant: true }),
      });

      expect([stranger.status, nobody.status]).toEqual([401, 403]);
    },
  );

  test.each([
    ['fails', 502, () => apiOfFunctions('fail')],
    ['hangs', 504, () => apiOfFunctions('hang')],
    ['has no table', 500, apiWithoutTable],
    ['has a throttled table', 503, () => apiWithThrottledTable(service.aws)],
    ['is called too often', 429, throttledApi],
  ] as const)(
    'that %s answers %i',
    async (_, status, start) => {
      const answers = await withApi<FaultyApi, { route: Route; status: number }[]>(
        start,
        async (faulty) => {
          const token = await faulty.token({ tenantId, groups: ['finance'] });
          return Promise.all(
            routes.map(async (route) => {
              const path = route === openMailedInvoiceRoute ? link : samplePath(route);
              const options = { token, path, ...bodyOf(route) };
              return { route, ...(await witness.call(faulty.apiUrl, route, options)) };
            }),
          );
        },
      );

      // The health check has one fault only.
      expect(answers.map((answer) => answer.status)).toEqual(
        answers.map(({ route }) => (route === healthRoute && status === 500 ? 503 : status)),
      );
    },
    60_000,
  );
});

describe('A region that does not write', () => {
  test('answers reads, and 503 to the rest', async () => {
    expect(await answersElsewhere(witness)).toEqual([
      'createOrder 503 NOT_THE_WRITER, wait 30',
      'updateOrder 503 NOT_THE_WRITER, wait 30',
      'getOrder 200',
    ]);
  });
});

describe('A preflight', () => {
  const preflights = operations.filter(({ method }) => method === 'OPTIONS');
  const headers = { Origin: 'http://localhost:3000', 'Access-Control-Request-Method': 'GET' };

  test.each(preflights)('of $path tells browsers what they may send', async (operation) => {
    const answer = await witness.call(service.apiUrl, operation, { headers });

    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
  });

  test('is counted as a request', async () => {
    const answers = await withApi(throttledApi, ({ apiUrl }) =>
      Promise.all(preflights.map((operation) => witness.call(apiUrl, operation, { headers }))),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([429]));
  });
});

describe('createOrder', () => {
  test.each([
    ['a field that is wrong', { body: aCreateOrderRequest({ cartId: '' }) }, 400],
    ['no JSON', { body: '{' }, 400],
    ['more than 8 KiB', { body: JSON.stringify({ note: 'x'.repeat(9_000) }) }, 413],
  ])('refuses %s', async (_, options, status) => {
    expect((await call(createOrderRoute, options)).status).toBe(status);
  });

  test('accepts an order once per key', async () => {
    const headers = { 'Idempotency-Key': 'contract-1' };
    const first = await call(createOrderRoute, { headers, body: aCreateOrderRequest() });
    const again = await call(createOrderRoute, { headers, body: aCreateOrderRequest() });
    const other = await call(createOrderRoute, {
      headers,
      body: aCreateOrderRequest({ cartId: 'cart-other' }),
    });

    expect([first.status, again.status, other.status]).toEqual([202, 202, 422]);
    expect(again.data).toEqual(first.data);
  });
});

describe('Whatever is read of an order', () => {
  test.each(routes.filter(readsOrder))(
    'is answered by $operationId, for ids that there are',
    async (route) => {
      const known = await call(route, { path: orderAt(route, recordedId) });
      const odd = await call(route, { path: orderAt(route, 'ORD-1') });
      const unknown = await call(route);

      expect([known.status, odd.status, unknown.status]).toEqual([200, 400, 404]);
    },
  );
});

test('The health check says that all is well', async () => {
  expect((await witness.call(service.apiUrl, healthRoute)).status).toBe(200);
});

describe('An invoice', () => {
  test('is opened from its mail, and from no other address', async () => {
    const opened = await call(openMailedInvoiceRoute, { path: link });
    const forged = await call(openMailedInvoiceRoute, { path: `${link}x` });
    const page = await call(openMailedInvoiceRoute, {
      path: `${link}x`,
      headers: { Accept: 'text/html' },
    });

    expect([opened.status, forged.status, page.status]).toEqual([302, 404, 404]);
  });

  test('does not come of an order that is rejected', async () => {
    const orderId = await placeUntil('rejected', { cartId: 'cart-wrong-sums' });

    const { code } = await call(getInvoiceRoute, { path: orderAt(getInvoiceRoute, orderId) });

    expect(code).toBe('ORDER_REJECTED');
  });

  test('is waited for', async () => {
    // Without its bucket pdf cannot store what it renders.
    const apiWithoutBucket = () =>
      startIsolated({ variables: { S3_ORDERS_BUCKET: 'no-such-bucket' } });
    const [refused, waiting] = await withApi(apiWithoutBucket, async (stuck) => {
      const token = await stuck.token({ tenantId });
      const body = aCreateOrderRequest({ cartId: 'cart-rooibos' });
      const { data } = await witness.call(stuck.apiUrl, createOrderRoute, { token, body });
      const orderId = String(data['orderId']);

      const path = orderAt(getInvoiceRoute, orderId);
      const mailed = { path: await mailedLink(stuck, orderId) };
      return [
        await witness.call(stuck.apiUrl, getInvoiceRoute, { token, path }),
        await witness.call(stuck.apiUrl, openMailedInvoiceRoute, mailed),
      ] as const;
    });

    expect([refused.code, waiting.status]).toEqual(['INVOICE_NOT_READY', 202]);
  });
});

describe('listOrders', () => {
  test.each([
    ['a page', tenantId, '', 200],
    ['a page of another tenant', 'tenant-other', '', 403],
    ['a page of nothing', tenantId, '?pageSize=0', 400],
    ['a page of a wrong token', tenantId, '?startAt=x', 400],
  ])('answers %s', async (_, tenant, query, status) => {
    expect((await call(listOrdersRoute, { path: listAt(tenant, query) })).status).toBe(status);
  });
});

describe('updateOrder', () => {
  test('makes a change and refuses the ones that are wrong', async () => {
    const orderId = await placeUntil('recorded');
    const packer = await service.token({ tenantId, groups: ['packers'] });

    const path = orderAt(updateOrderRoute, orderId);
    const answers = [
      await put(orderId, {}),
      await put(orderId, '{'),
      await put(orderId, JSON.stringify({ note: 'x'.repeat(9_000) })),
      await call(updateOrderRoute, { token: packer, path, body: { status: 'paid' } }),
      await put(orderId, { status: 'paid' }, { 'If-Match': '"1"' }),
      await put(orderId, { status: 'completed' }),
      await put(orderId, { status: 'paid' }),
      await call(updateOrderRoute, { body: { status: 'paid' } }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 413, 403, 412, 409, 200, 404]);
  });

  test('has to wait until the order is recorded', async () => {
    const orderId = await place({ cartId: 'cart-error' });

    const { code } = await put(orderId, { status: 'paid' });

    expect(code).toBe('ORDER_NOT_RECORDED');
  });

  test('loses a race with a clear answer', async () => {
    const orderId = await placeUntil('recorded');
    const payments = Array.from({ length: 8 }, (_, index) => ({
      paymentDetails: aPayment({ transactionId: `race-${index}` }),
    }));

    const answers = await Promise.all(payments.map((body) => put(orderId, body)));

    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'ORDER_CHANGED']));
  });

  test('has a limit', async () => {
    const orderId = v.parse(OrderId, await placeUntil('recorded'));
    const { clients, resources } = service.aws;
    const table = tableOf(clients.dynamodb, resources.tableName);
    await fillHistory(table)(aTenantId(tenantId), orderId);

    const { code } = await put(orderId, { paymentDetails: aPayment() });

    expect(code).toBe('ORDER_CHANGED_TOO_OFTEN');
  });
});

describe('The document', () => {
  test('promises what was seen above, and nothing else', () => {
    const documented = documentedOutcomes().toSorted();

    expect([...witness.seen].toSorted()).toEqual(documented);
  });
});
