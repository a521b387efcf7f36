import { afterEach, describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { aCart, aTenantId } from '@bbws/domain/testing/builders';
import { fetchCart } from './fetch-cart.ts';
import { startCartServer, type CartServer } from './testing/cart-server.ts';

const tenant = aTenantId('tenant-sample');
const servers: CartServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

/** A client of a server that gives these answers in turn, the last one for ever. */
const clientOf = async (...answers: ((response: ServerResponse) => void)[]) => {
  let turn = 0;
  const server = await startCartServer((_, response) => {
    answers[Math.min(turn, answers.length - 1)]?.(response);
    turn += 1;
  });
  servers.push(server);
  return { fetchOne: fetchCart({ url: server.url, fetch, random: () => 0 }), server };
};

const json = (body: unknown) => (response: ServerResponse) => response.end(JSON.stringify(body));
const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) =>
    response.writeHead(code, headers).end(code === 204 ? '' : '{}');

describe('The client of the Cart API', () => {
  test('gives the cart, its missing amounts and currency filled in', async () => {
    const { cartId, tenantId, items, subtotal, tax, total } = aCart();
    const required = { cartId, tenantId, items, subtotal, tax, total };
    const { fetchOne } = await clientOf(json(required));

    const cart = await fetchOne(tenant, 'cart-sample');

    expect(cart).toEqual({ ...required, discount: 0, shipping: 0, currency: 'ZAR' });
  });

  test('names cart and tenant, encoded', async () => {
    const { fetchOne, server } = await clientOf(json(aCart()));

    await fetchOne(tenant, '../carts/x?y=1');

    expect(server.asked).toEqual(['/carts/..%2Fcarts%2Fx%3Fy%3D1?tenantId=tenant-sample']);
  });

  test.each([404, 410])('knows no cart on %i', async (code) => {
    const { fetchOne } = await clientOf(status(code));

    expect(await fetchOne(tenant, 'cart-sample')).toBeUndefined();
  });

  test('asks again after 5xx and after a broken connection', async () => {
    const { fetchOne, server } = await clientOf(
      status(503),
      (response) => response.destroy(),
      json(aCart()),
    );

    const cart = await fetchOne(tenant, 'cart-sample');

    expect(cart?.total).toBe(250);
    expect(server.asked).toHaveLength(3);
  });

  test('gives up after three 5xx', async () => {
    const { fetchOne, server } = await clientOf(status(500));

    await expect(fetchOne(tenant, 'cart-sample')).rejects.toThrow('The Cart API answered 500');

    expect(server.asked).toHaveLength(3);
  });

  test('gives up after three broken connections', async () => {
    const { fetchOne, server } = await clientOf((response) => response.destroy());

    await expect(fetchOne(tenant, 'cart-sample')).rejects.toThrow();

    expect(server.asked).toHaveLength(3);
  });

  test.each([204, 400, 401, 403, 429])('does not ask again on %i', async (code) => {
    const { fetchOne, server } = await clientOf(status(code));

    await expect(fetchOne(tenant, 'cart-sample')).rejects.toThrow(`The Cart API answered ${code}`);

    expect(server.asked).toHaveLength(1);
  });

  test('follows no redirect', async () => {
    const { fetchOne, server } = await clientOf(
      status(302, { location: '/carts/elsewhere' }),
      json(aCart()),
    );

    await expect(fetchOne(tenant, 'cart-sample')).rejects.toThrow('The Cart API answered 302');

    expect(server.asked).toHaveLength(1);
  });

  test('stops reading an answer that is too long, and does not ask again', async () => {
    const { fetchOne, server } = await clientOf(json({ text: 'x'.repeat(600_000) }));

    await expect(fetchOne(tenant, 'cart-sample')).rejects.toThrow('more than 524288 characters');

    expect(server.asked).toHaveLength(1);
  });

  test('gives up on a silent Cart API after 2 s each time', async () => {
    const { fetchOne } = await clientOf(() => undefined);
    const started = performance.now();

    await expect(fetchOne(tenant, 'cart-sample')).rejects.toThrow();

    expect(performance.now() - started).toBeGreaterThan(5_900);
  }, 15_000);

  test.each([
    ['is not JSON', (response: ServerResponse) => response.end('{"cartId"')],
    ['is empty', (response: ServerResponse) => response.end()],
    ['lacks its total', json({ ...aCart(), total: undefined })],
    ['has text for a number', json({ ...aCart(), total: '250' })],
  ])('refuses an answer that %s, without quoting it', async (_, answer) => {
    const { fetchOne } = await clientOf(answer);

    await expect(fetchOne(tenant, 'cart-sample')).rejects.toThrow(/^The Cart API's answer is not/);
  });
});
