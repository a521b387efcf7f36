import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { linksInMail } from './testing/mailed-invoice.ts';
import { makePortal, orderBody } from './testing/portal.ts';
import { settled } from './testing/queues.ts';
import { anonymous, rawRequest, type RawAnswer } from './testing/raw-request.ts';
import { startRecorded, type DynamoCall } from './testing/recording-proxy.ts';

const [tenantA, tenantB, staff] = ['tenant-a', 'tenant-b', 'tenant-staff'];

type Placed = { readonly orderId: string; readonly orderNumber: string };
let recorded: Awaited<ReturnType<typeof startRecorded>>;
let own: Placed;
/** Of tenant B: one that is recorded, and one that is rejected. */
let foreign: Placed;
let foreignRejected: Placed;
beforeAll(async () => {
  recorded = await startRecorded();
  const [a, b] = await Promise.all([
    makePortal(recorded.service, tenantA),
    makePortal(recorded.service, tenantB),
  ]);
  [own, , foreign, , foreignRejected] = await Promise.all([
    a.place(),
    a.place(),
    b.place(),
    b.place(),
    b.place({ cartId: 'cart-wrong-sums' }),
  ]);
  await settled(recorded.service.aws);
});
afterAll(() => recorded.close());

const unknown = { orderId: randomUUID(), orderNumber: 'ORD-20260101-99999' };

type Send = {
  readonly tenantId?: string;
  readonly groups?: readonly string[];
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: unknown;
};

/** Calls the API as a user of tenant A unless told otherwise. */
const send = async (
  method: string,
  path: string,
  { tenantId = tenantA, groups = [], headers = [], body }: Send = {},
): Promise<RawAnswer> => {
  const token = await recorded.service.token({ tenantId, groups });
  return rawRequest(recorded.service.apiUrl, {
    method,
    path,
    headers: [['Authorization', `Bearer ${token}`], ...headers],
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
};

const Page = v.object({
  data: v.object({
    orders: v.array(v.object({ id: v.string() })),
    pagination: v.object({ nextToken: v.nullable(v.string()) }),
  }),
});
const pageIn = ({ text }: RawAnswer) => v.parse(v.pipe(v.string(), v.parseJson(), Page), text).data;
const codeIn = ({ text }: RawAnswer) =>
  v.parse(v.pipe(v.string(), v.parseJson(), v.object({ code: v.string() })), text).code;

const paid = { body: { status: 'paid' } };
const requests: readonly (readonly [what: string, method: string, rest: string, Send])[] = [
  ['A read', 'GET', '', {}],
  ['A question for the invoice', 'GET', '/invoice', {}],
  ['A change', 'PUT', '', paid],
  ['A change that is so already', 'PUT', '', { body: { status: 'pending' } }],
  ['A forbidden move', 'PUT', '', { body: { status: 'completed' } }],
  ['A change of the present version', 'PUT', '', { ...paid, headers: [['If-Match', '"2"']] }],
  ['A change of an old version', 'PUT', '', { ...paid, headers: [['If-Match', '"1"']] }],
  ['A change that is wrong', 'PUT', '', { body: { total: 1 } }],
];

/** Ways to write an id. */
const spellings: readonly (readonly [string, (order: Placed) => string])[] = [
  ['as it is', ({ orderId }) => orderId],
  ['in upper case', ({ orderId }) => orderId.toUpperCase()],
  ['in braces', ({ orderId }) => `{${orderId}}`],
  ['in encoded braces', ({ orderId }) => `%7B${orderId}%7D`],
  ['as a URN', ({ orderId }) => `urn:uuid:${orderId}`],
  ['without hyphens', ({ orderId }) => orderId.replaceAll('-', '')],
  ['with an encoded hyphen', ({ orderId }) => orderId.replace('-', '%2D')],
  ['with a hash', ({ orderId }) => `${orderId}%23`],
  ['with a hash before', ({ orderId }) => `%23${orderId}`],
  ['with a space', ({ orderId }) => `${orderId}%20`],
  ['with a plus', ({ orderId }) => `${orderId}+`],
  ['with a line feed', ({ orderId }) => `${orderId}%0A`],
  ['with a null', ({ orderId }) => `${orderId}%00`],
  ['below its tenant', ({ orderId }) => `${tenantB}%23${orderId}`],
  ['as a key', ({ orderId }) => `ORDER%23${orderId}`],
  ['from a folder above', ({ orderId }) => `..%2F${tenantB}%2F${orderId}`],
  ['by its number', ({ orderNumber }) => orderNumber],
];

describe.each(requests)('%s of another tenant’s order', (_, method, rest, options) => {
  test.each(spellings)('answers what an unknown one does: its id %s', async (__, spell) => {
    const of = (order: Placed) => send(method, `/v1.0/orders/${spell(order)}${rest}`, options);

    const answers = await Promise.all([foreign, foreignRejected, unknown].map(of));

    const [first, second, third] = answers.map(anonymous);
    expect([400, 404]).toContain(third?.status);
    expect([first, second]).toEqual([third, third]);
  });
});

describe('An id', () => {
  test.each(spellings.slice(1))('%s is no id, not even of an own order', async (_, spell) => {
    const answer = await send('GET', `/v1.0/orders/${spell(own)}`);

    expect([answer.status, codeIn(answer)]).toEqual([400, 'INVALID_REQUEST']);
  });
});

describe('The list of another tenant', () => {
  test.each(['', '?pageSize=1', '?status=paid', '?startAt=x', '?pageSize=0', '?from=2026-11-20'])(
    'answers what that of an unknown one does, with the query %p',
    async (query) => {
      const answers = await Promise.all(
        [tenantB, 'tenant-nobody', tenantA.toUpperCase(), `${tenantA}%20`, `${tenantA}%23`].map(
          (tenant) => send('GET', `/v1.0/tenants/${tenant}/orders${query}`),
        ),
      );

      const [first, ...others] = answers.map(anonymous);
      expect(first?.status).toBe(403);
      expect(others).toEqual(others.map(() => first));
    },
  );
});

describe('A page token', () => {
  const listA = `/v1.0/tenants/${tenantA}/orders?pageSize=1`;
  const tokenOf = async (path: string, options: Send = {}) =>
    pageIn(await send('GET', path, options)).pagination.nextToken ?? '';
  const startAt = (token: string) => `&startAt=${encodeURIComponent(token)}`;

  test('of the own list leads to the next page', async () => {
    const first = pageIn(await send('GET', listA));

    const second = pageIn(await send('GET', `${listA}${startAt(await tokenOf(listA))}`));

    expect(first.orders).toHaveLength(1);
    expect(second.orders).toHaveLength(1);
    expect(second.orders).not.toEqual(first.orders);
  });

  test.each([
    [
      'of another tenant’s list',
      listA,
      `/v1.0/tenants/${tenantB}/orders?pageSize=1`,
      { tenantId: tenantB },
    ],
    [
      'of order-admin for the same list',
      listA,
      listA,
      { tenantId: staff, groups: ['order-admin'] },
    ],
    ['of another status', `${listA}&status=paid`, `${listA}&status=pending`, {}],
    ['of every status', `${listA}&status=pending`, listA, {}],
    ['of another first day', `${listA}&from=2026-01-02`, `${listA}&from=2026-01-01`, {}],
    ['of another last day', `${listA}&to=2999-01-02`, `${listA}&to=2999-01-01`, {}],
    ['of no day', `${listA}&from=2026-01-02`, listA, {}],
  ])('%s is refused', async (_, list, from, options: Send) => {
    const token = await tokenOf(from, options);

    const answer = await send('GET', `${list}${startAt(token)}`);

    expect(token).not.toBe('');
    expect([answer.status, codeIn(answer)]).toEqual([400, 'INVALID_PAGE_TOKEN']);
  });

  test('is refused when it is cut short, anywhere', async () => {
    const token = await tokenOf(listA);

    const answers = await Promise.all(
      Array.from(token, (__, length) => send('GET', `${listA}${startAt(token.slice(0, length))}`)),
    );

    expect(new Set(answers.map(codeIn))).toEqual(new Set(['INVALID_PAGE_TOKEN']));
  });
});

describe('What the functions ask of DynamoDB', () => {
  const ids = () => [own, foreign, foreignRejected, unknown].map(({ orderId }) => orderId);
  const withBody = { body: orderBody() };
  /** The one read that is nobody's: whether this region may write. */
  const isWriterRead = ({ operation, partitions }: DynamoCall) =>
    operation === 'GetItem' && partitions.join() === 'CONTROL';
  const linkOf = async ({ orderId }: Placed) => {
    const [link = ''] = await linksInMail(recorded.service, orderId);
    const { pathname, searchParams } = new URL(link);
    return { path: pathname, token: searchParams.get('token') ?? '' };
  };
  /** Every route as that user, on own and foreign orders, until all that follows is done. */
  const callEveryRoute = async (user: Send) => {
    const statuses = new Map<string, number>();
    const call = async (method: string, path: string, options: Send = {}) => {
      const { status } = await send(method, path, { ...user, ...options });
      statuses.set(`${method} ${path}`, status);
    };
    for (const id of ids()) {
      await call('GET', `/v1.0/orders/${id}`);
      await call('GET', `/v1.0/orders/${id}/invoice`);
      await call('PUT', `/v1.0/orders/${id}`, paid);
    }
    for (const query of ['', '?status=paid', '?from=2026-01-01&to=2999-01-01'])
      await call('GET', `/v1.0/tenants/${tenantB}/orders${query}`);
    await call('POST', '/v1.0/orders', withBody);
    await call('POST', '/v1.0/orders', { ...withBody, headers: [['Idempotency-Key', 'one']] });
    await settled(recorded.service.aws);
    return statuses;
  };

  test('for a tenant names keys of that tenant only, and no answer holds anything of another', async () => {
    const list = `/v1.0/tenants/${tenantA}/orders?pageSize=1`;

    const { calls } = await recorded.during(async () => {
      await callEveryRoute({ tenantId: tenantA });
      const { nextToken } = pageIn(await send('GET', list)).pagination;
      await send('GET', `${list}&startAt=${nextToken ?? ''}`);
      await send('GET', `${list}&status=paid`);
      await send('GET', (await linkOf(own)).path);
    });

    const partition = `TENANT#${tenantA}`;
    const ofTenants = calls.filter((made) => !isWriterRead(made));
    expect(ofTenants.length).toBeLessThan(calls.length);
    expect(new Set(ofTenants.flatMap(({ partitions }) => partitions))).toEqual(
      new Set([partition, `${partition}#STATUS#paid`]),
    );
    expect(calls.filter(({ partitions }) => partitions.length === 0)).toEqual([]);
    expect(calls.filter(({ traffic }) => traffic.includes(tenantB))).toEqual([]);
    expect(new Set(calls.map(({ operation }) => operation))).toEqual(
      new Set(['GetItem', 'PutItem', 'Query', 'UpdateItem']),
    );
  });

  test('for the health check is one item that holds nothing', async () => {
    const { calls } = await recorded.during(() => send('GET', '/health'));

    expect(calls).toMatchObject([{ operation: 'GetItem', partitions: ['CONTROL'] }]);
  });

  test('for the link in a mail is the order in its token, and nothing under another order', async () => {
    const [link, other] = [await linkOf(foreign), await linkOf(own)];

    const { calls } = await recorded.during(() => send('GET', `${link.path}?token=${link.token}`));
    const { calls: none } = await recorded.during(() =>
      send('GET', `${other.path}?token=${link.token}`),
    );

    expect(calls).toMatchObject([{ operation: 'GetItem', partitions: [`TENANT#${tenantB}`] }]);
    expect(none).toEqual([]);
  });

  test('for order-admin crosses tenants to read, never to write', async () => {
    const admin = { tenantId: staff, groups: ['order-admin'] };

    const { result: statuses, calls } = await recorded.during(() => callEveryRoute(admin));

    const id = foreign.orderId;
    expect(statuses.get(`GET /v1.0/orders/${id}`)).toBe(200);
    expect(statuses.get(`GET /v1.0/orders/${id}/invoice`)).toBe(200);
    expect(statuses.get(`GET /v1.0/tenants/${tenantB}/orders`)).toBe(200);
    expect(statuses.get(`PUT /v1.0/orders/${id}`)).toBe(404);
    const writes = calls.filter(({ operation }) => !['GetItem', 'Query'].includes(operation));
    expect(new Set(writes.flatMap(({ partitions }) => partitions))).toEqual(
      new Set([`TENANT#${staff}`]),
    );
  });

  test('for a change by order-admin is the admin’s own key only', async () => {
    const admin = { tenantId: staff, groups: ['order-admin'] };
    const put = (order: Placed) =>
      send('PUT', `/v1.0/orders/${order.orderId}`, { ...admin, ...paid });

    const { result: answers, calls } = await recorded.during(() =>
      Promise.all([foreign, unknown].map(put)),
    );

    expect(calls.flatMap(({ partitions }) => partitions)).toEqual(
      answers.map(() => `TENANT#${staff}`),
    );
    const [first, second] = answers.map(anonymous);
    expect(first?.status).toBe(404);
    expect(first).toEqual(second);
  });
});
