import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Cart, checkCart } from '@bbws/domain/cart';
import { TenantId } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import type { HttpServer } from '../http-server.ts';
import { startCartStub } from './start-cart-stub.ts';

const tenantId = v.parse(TenantId, 'tenant-demo');

describe('the cart stub', () => {
  let stub: HttpServer;
  beforeAll(async () => {
    stub = await startCartStub();
  });
  afterAll(() => stub.close());

  const get = (cartId: string, tenant: string = tenantId) =>
    fetch(`${stub.url}/carts/${cartId}?tenantId=${tenant}`, { redirect: 'manual' });

  const check = async (cartId: string) =>
    checkCart(v.parse(Cart, await (await get(cartId)).json()), { tenantId, cartId });

  test('answers a sample cart to any tenant', async () => {
    await expect((await get('cart-rooibos', 'tenant-2')).json()).resolves.toMatchObject({
      cartId: 'cart-rooibos',
      tenantId: 'tenant-2',
      currency: 'ZAR',
    });
  });

  test.each([
    ['cart-wrong-sums', 'CART_SUMS_WRONG'],
    ['cart-wrong-line-sums', 'CART_SUMS_WRONG'],
    ['cart-other-tenant', 'CART_OF_OTHER_TENANT'],
    ['cart-no-lines', 'CART_EMPTY'],
    ['cart-101-lines', 'CART_TOO_LARGE'],
  ])('answers %s so that the service rejects it: %s', async (cartId, rejection) => {
    await expect(check(cartId)).resolves.toEqual({ ok: false, rejection });
  });

  test.each([
    ['cart-unknown', 404],
    ['cart-nobody-thought-of', 404],
    ['cart-error', 500],
    ['cart-redirect', 302],
  ])('answers %s with %i', async (cartId, status) => {
    expect((await get(cartId)).status).toBe(status);
  });

  test('answers more than 1 MB for cart-huge', async () => {
    expect((await (await get('cart-huge')).text()).length).toBeGreaterThan(1024 * 1024);
  });

  test('answers half a document for cart-broken-json', async () => {
    await expect((await get('cart-broken-json')).json()).rejects.toThrow(/JSON/);
  });

  test('hangs up for cart-hangs-up', async () => {
    await expect(get('cart-hangs-up')).rejects.toThrow();
  });

  test('answers cart-flaky at the third time, for each tenant', async () => {
    const statuses = [];
    for (const tenant of ['t-1', 't-1', 't-2', 't-1'])
      statuses.push((await get('cart-flaky', tenant)).status);

    expect(statuses).toEqual([500, 500, 500, 200]);
  });

  test('answers 400 to what is no question for a cart', async () => {
    const statuses = await Promise.all(
      ['/carts/cart-rooibos', '/carts?tenantId=t', '/'].map(
        async (path) => (await fetch(`${stub.url}${path}`)).status,
      ),
    );

    expect(statuses).toEqual([400, 400, 400]);
  });

  test('ends a slow answer when it is closed', async () => {
    const other = await startCartStub();
    const slow = fetch(`${other.url}/carts/cart-slow?tenantId=t`);
    const outcome = expect(slow).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));

    await other.close();

    await outcome;
  });
});
