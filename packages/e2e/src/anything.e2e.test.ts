import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { routes } from '@bbws/api/routes';
import { aBillingAddress } from '@bbws/api/testing/requests';
import { createOrderRoute } from '@bbws/api/routes/create-order';
import { aPayment } from '@bbws/domain/testing/builders';
import { parseAnswer } from '@bbws/lambda/testing/api-answer';
import fc from 'fast-check';
import * as v from 'valibot';
import { makeComplaints } from './testing/complaints.ts';
import { bodies, hardTexts, orderTexts } from './testing/odd-bodies.ts';
import {
  authorizations,
  headers,
  headerValues,
  pathOf,
  queries,
  segments,
} from './testing/odd-requests.ts';
import { makePortal, orderBody } from './testing/portal.ts';
import { messagesIn, settled } from './testing/queues.ts';
import { rawRequest, type RawRequest } from './testing/raw-request.ts';
import { startRecorded, type DynamoCall } from './testing/recording-proxy.ts';

type ARoute = (typeof routes)[number];

const complaints = makeComplaints();
let recorded: Awaited<ReturnType<typeof startRecorded>>;
let bearer: readonly [string, string];
let adminBearer: readonly [string, string];
beforeAll(async () => {
  recorded = await startRecorded();
  const as = async (groups: readonly string[]) => {
    const token = await recorded.service.token({ tenantId: 'tenant-anything', groups });
    return ['Authorization', `Bearer ${token}`] as const;
  };
  bearer = await as([]);
  adminBearer = await as(['order-admin']);
});
afterAll(() => recorded.close());

/** What would be right for the route, but for an order that does not exist and a cart that is missing. */
const harmlessBody = ({ method, operationId }: ARoute): string => {
  if (method === 'GET') return '';
  const body = { status: 'paid', paymentDetails: aPayment() };
  return JSON.stringify(operationId === 'createOrder' ? orderBody({ cartId: undefined }) : body);
};

/** What is wrong with the answers when `change` is made to a harmless request for every route at once. */
const complaintsAbout = async (change: (route: ARoute) => Partial<RawRequest>) => {
  const found = await Promise.all(
    routes.map(async (route) => {
      const usual = { path: pathOf(route), headers: [bearer], body: harmlessBody(route) };
      const request = { method: route.method, ...usual, ...change(route) };
      return complaints(route, await rawRequest(recorded.service.apiUrl, request));
    }),
  );
  return found.flat();
};

const isWrite = ({ operation }: DynamoCall) => !['GetItem', 'Query'].includes(operation);

/** Holds `property` for many values; gives what was written meanwhile, and how many messages there are. */
const leftBy = async <T>(property: fc.IAsyncProperty<T>, numRuns: number) => {
  const { calls } = await recorded.during(() => fc.assert(property, { numRuns }));
  return { writes: calls.filter(isWrite), messages: await messagesIn(recorded.service.aws) };
};

const nothing = { writes: [], messages: 0 };

describe('On every route', () => {
  test('any body gets an answer that the document has, and nothing is written', async () => {
    const property = fc.asyncProperty(bodies, async (body) => {
      expect(await complaintsAbout(() => ({ body }))).toEqual([]);
    });

    const left = await leftBy(property, 60);

    expect(left).toEqual(nothing);
  });

  test('any headers get an answer that the document has, and nothing is written', async () => {
    const property = fc.asyncProperty(headers, async (odd) => {
      expect(await complaintsAbout(() => ({ headers: [bearer, ...odd] }))).toEqual([]);
    });

    const left = await leftBy(property, 60);

    expect(left).toEqual(nothing);
  });

  test('any authorization gets an answer that the document has, and nothing is read or written', async () => {
    const property = fc.asyncProperty(authorizations, async (value) => {
      const odd = [['Authorization', value]] as const;
      expect(await complaintsAbout(() => ({ headers: odd }))).toEqual([]);
    });

    const { calls } = await recorded.during(() => fc.assert(property, { numRuns: 40 }));

    // The health check, which asks nobody who they are.
    expect(new Set(calls.flatMap(({ partitions }) => partitions))).toEqual(new Set(['CONTROL']));
    expect(calls.filter(isWrite)).toEqual([]);
  });

  test('any path segment gets an answer that the document has, and nothing is written', async () => {
    const property = fc.asyncProperty(segments, fc.boolean(), async (segment, asAdmin) => {
      const own = { headers: [asAdmin ? adminBearer : bearer] };
      const found = await complaintsAbout((route) => ({ ...own, path: pathOf(route, segment) }));
      expect(found).toEqual([]);
    });

    const left = await leftBy(property, 80);

    expect(left).toEqual(nothing);
  });

  test('any query gets an answer that the document has, and nothing is written', async () => {
    const property = fc.asyncProperty(queries, async (query) => {
      const found = await complaintsAbout((route) => ({
        path: `${pathOf(route, 'tenant-anything')}?${query}`,
      }));
      expect(found).toEqual([]);
    });

    const left = await leftBy(property, 80);

    expect(left).toEqual(nothing);
  });
});

describe('An order', () => {
  test('of any text is refused, or recorded, invoiced, mailed and listed', async () => {
    const portal = await makePortal(recorded.service, 'tenant-texts');
    const accepted = new Map<string, object>();
    const property = fc.asyncProperty(orderTexts, async (text) => {
      const fields = { customerName: text, billingAddress: aBillingAddress({ street: text }) };
      const reply = await portal.call('POST', '/v1.0/orders', { body: orderBody(fields) });
      expect([202, 400]).toContain(reply.status);
      if (reply.status === 202) accepted.set(String(reply.data['orderId']), { text: text.trim() });
    });

    await fc.assert(property, {
      numRuns: 16,
      endOnFailure: true,
      examples: hardTexts.map((text): [string] => [text]),
    });
    await settled(recorded.service.aws);

    const { data } = await portal.call('GET', '/v1.0/tenants/tenant-texts/orders');
    const orders = await Promise.all(
      v.parse(v.array(v.object({ id: v.string() })), data['orders']).map(async ({ id }) => {
        const order = (await portal.call('GET', `/v1.0/orders/${id}`)).data;
        expect(order).toMatchObject({ stage: 'recorded', invoiceReady: true });
        return [id, { text: order['customerName'] }] as const;
      }),
    );
    expect(new Map(orders)).toEqual(accepted);
  });

  test('of any Idempotency-Key is refused twice, or placed once', async () => {
    const portal = await makePortal(recorded.service, 'tenant-keys');
    const token = await recorded.service.token({ tenantId: 'tenant-keys' });
    const place = async (key: string) => {
      const answer = await rawRequest(recorded.service.apiUrl, {
        method: 'POST',
        path: '/v1.0/orders',
        headers: [
          ['Authorization', `Bearer ${token}`],
          ['Idempotency-Key', key],
        ],
        body: JSON.stringify(orderBody({ cartId: 'cart-wrong-sums' })),
      });
      return { ...parseAnswer(answer.text), complaints: complaints(createOrderRoute, answer) };
    };
    const ids = new Set<unknown>();
    const property = fc.asyncProperty(headerValues, async (key) => {
      const [first, second] = [await place(key), await place(key)];
      expect([...first.complaints, ...second.complaints]).toEqual([]);
      expect(second.data).toEqual(first.data);
      if (first.success) ids.add(first.data['orderId']);
    });

    await fc.assert(property, { numRuns: 15, endOnFailure: true });
    await settled(recorded.service.aws);

    const { data } = await portal.call('GET', '/v1.0/tenants/tenant-keys/orders');
    expect(data['orders']).toHaveLength(ids.size);
  });
});
