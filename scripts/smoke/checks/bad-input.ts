/** What is wrong is refused clearly, and never an error of ours. */
import { codeOf, inWords } from '../answer.ts';
import { Mismatch } from '../outcome.ts';
import type { Check, Smoke } from '../smoke.ts';

type Case = {
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** `400 INVALID_JSON`; of several, any will do. */
  readonly wanted: readonly string[];
};

const orders = '/v1.0/orders';
const invalid = ['400 INVALID_REQUEST'];
const notJson = ['400 INVALID_JSON'];

const casesOf = ({ user, order, newId }: Smoke): readonly Case[] => {
  const own = `${orders}/${newId()}`;
  const list = `/v1.0/tenants/${user.tenantId}/orders`;
  const create = (what: string, body: unknown, wanted = invalid): Case => ({
    ...{ what, body, wanted },
    ...{ method: 'POST', path: orders },
  });
  const read = (what: string, path: string, wanted = invalid): Case => ({
    ...{ what, path, wanted },
    method: 'GET',
  });
  return [
    create('half a JSON', '{"cartId": ', notJson),
    create('an empty body', '', notJson),
    create('a text', '"order"'),
    create('nothing in it', {}),
    create('no cart', { ...order, cartId: undefined }),
    create('a number for a cart', { ...order, cartId: 1 }),
    create('two addresses', { ...order, customerEmail: 'a@example.com, b@example.com' }),
    create('a tenant in the body', { ...order, tenantId: 'tenant-of-others' }),
    create('9 KB', { ...order, customerName: 'x'.repeat(9_000) }, ['413 PAYLOAD_TOO_LARGE']),
    { ...create('a long key', order), headers: { 'Idempotency-Key': 'x'.repeat(256) } },
    read('an id that is none', `${orders}/ORD-1`),
    read('a page of nothing', `${list}?pageSize=0`),
    read('a page token of nobody', `${list}?startAt=x`, ['400 INVALID_PAGE_TOKEN']),
    read('a route of nobody', '/v1.0/no-such-route', ['404 ROUTE_NOT_FOUND']),
    { what: 'no change', method: 'PUT', path: own, body: {}, wanted: invalid },
    { what: 'half a change', method: 'PUT', path: own, body: '{', wanted: notJson },
    { what: 'a status of nobody', method: 'PUT', path: own, body: { status: 1 }, wanted: invalid },
  ];
};

export const badInput: Check = {
  name: 'bad input',
  expects: 'each wrong request is refused with 400 or the like',
  run: async (smoke) => {
    const cases = casesOf(smoke);
    const wrong: { readonly wanted: string; readonly seen: string }[] = [];
    for (const { what, method, path, headers = {}, body, wanted } of cases) {
      const answer = await smoke.api.call(method, path, {
        token: smoke.user.token,
        headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
        body,
      });
      if (wanted.includes(`${answer.status} ${codeOf(answer) ?? ''}`)) continue;
      const request = `${method} with ${what}`;
      wrong.push({
        wanted: `${wanted.join(' or ')} for ${request}`,
        seen: `${inWords(answer)} for ${request}`,
      });
    }
    if (wrong.length > 0)
      throw new Mismatch(
        wrong.map(({ wanted }) => wanted).join('; '),
        wrong.map(({ seen }) => seen).join('; '),
      );
    return `${cases.length} wrong requests refused`;
  },
};
