import { afterEach, describe, expect, test } from '@jest/globals';
import { aCart } from '@bbws/domain/testing/builders';
import type { CartClientDeps } from './fetch-cart.ts';
import { hangUp, json, status, type Answer } from './testing/answers.ts';
import { cartClient } from './testing/cart-client.ts';
import { startCartServer, type CartServer } from './testing/cart-server.ts';

const servers: CartServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

const clientOf = async (answers: readonly Answer[], changes: Partial<CartClientDeps> = {}) => {
  const server = await startCartServer(...answers);
  servers.push(server);
  return { ...cartClient(server.url, changes), server };
};

/** Time that is over when `timeOut` is the answer, and how long it should have been each time. */
const clock = () => {
  const asked: number[] = [];
  let current = new AbortController();
  const timeoutSignal = (milliseconds: number) => {
    asked.push(milliseconds);
    current = new AbortController();
    return current.signal;
  };
  const timeOut: Answer = () => current.abort(new DOMException('Too late', 'TimeoutError'));
  return { asked, timeoutSignal, timeOut };
};

describe('The client of the Cart API', () => {
  test('gives the cart, its missing amounts and currency filled in', async () => {
    const { cartId, tenantId, items, subtotal, tax, total } = aCart();
    const required = { cartId, tenantId, items, subtotal, tax, total };
    const { fetchOne } = await clientOf([json(required)]);

    const cart = await fetchOne();

    expect(cart).toEqual({ ...required, discount: 0, shipping: 0, currency: 'ZAR' });
  });

  test('names cart and tenant, encoded', async () => {
    const { fetchOne, server } = await clientOf([json(aCart())]);

    await fetchOne('../carts/x?y=1');

    expect(server.asked).toEqual(['/carts/..%2Fcarts%2Fx%3Fy%3D1?tenantId=tenant-sample']);
  });

  test.each([404, 410])('knows no cart on %i', async (code) => {
    const { fetchOne, counts } = await clientOf([status(code)]);

    expect(await fetchOne()).toBeUndefined();
    expect(counts).toEqual({ CartLatency: 1, CartsUnknown: 1 });
  });

  test('asks again after 5xx and after a broken connection', async () => {
    const { fetchOne, counts, server } = await clientOf([status(503), hangUp, json(aCart())]);

    const cart = await fetchOne();

    expect(cart?.total).toBe(250);
    expect(server.asked).toHaveLength(3);
    expect(counts).toEqual({ CartLatency: 3, CartsFound: 1 });
  });

  test('asks again after a time-out', async () => {
    const { asked, timeoutSignal, timeOut } = clock();
    const { fetchOne, counts } = await clientOf([timeOut, json(aCart())], { timeoutSignal });

    const cart = await fetchOne();

    expect(cart?.total).toBe(250);
    expect(asked).toEqual([2000, 2000]);
    expect(counts).toEqual({ CartLatency: 2, CartsFound: 1 });
  });

  test('gives up on a silent Cart API after three time-outs of 2 s', async () => {
    const { asked, timeoutSignal, timeOut } = clock();
    const { fetchOne, counts } = await clientOf([timeOut], { timeoutSignal });

    await expect(fetchOne()).rejects.toMatchObject({ name: 'TimeoutError' });

    expect(asked).toEqual([2000, 2000, 2000]);
    expect(counts).toEqual({ CartLatency: 3, CartFaults: 1 });
  });

  test('gives up on an answer that does not end', async () => {
    const { timeoutSignal, timeOut } = clock();
    const half: Answer = (response) => {
      response.write('{"cartId"');
      setTimeout(() => timeOut(response), 20);
    };
    const { fetchOne } = await clientOf([half], { timeoutSignal });

    await expect(fetchOne()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test.each([
    ['5xx', status(500), 'The Cart API answered 500'],
    ['broken connections', hangUp, 'fetch failed'],
  ])('gives up after three %s', async (_, answer, message) => {
    const { fetchOne, counts, server } = await clientOf([answer]);

    await expect(fetchOne()).rejects.toThrow(message);

    expect(server.asked).toHaveLength(3);
    expect(counts).toEqual({ CartLatency: 3, CartFaults: 1 });
  });

  test.each([
    [0, [0, 0]],
    [0.5, [100, 200]],
    [1, [200, 400]],
  ])('pauses before it asks again, as long as chance %d says', async (chance, expected) => {
    const { fetchOne, pauses } = await clientOf([status(500)], { random: () => chance });

    await expect(fetchOne()).rejects.toThrow();

    expect(pauses).toEqual(expected);
  });

  test.each([204, 400, 401, 403, 429])('does not ask again on %i', async (code) => {
    const { fetchOne, counts, server } = await clientOf([status(code)]);

    await expect(fetchOne()).rejects.toMatchObject({
      message: `The Cart API answered ${code}`,
      code: `HTTP_${code}`,
    });

    expect(server.asked).toHaveLength(1);
    expect(counts).toEqual({ CartLatency: 1, CartFaults: 1 });
  });

  test('follows no redirect', async () => {
    const elsewhere = status(302, { location: '/carts/elsewhere' });
    const { fetchOne, server } = await clientOf([elsewhere, json(aCart())]);

    await expect(fetchOne()).rejects.toThrow('The Cart API answered 302');

    expect(server.asked).toHaveLength(1);
  });

  test('stops reading an answer that is too long, and does not ask again', async () => {
    const { fetchOne, counts, server } = await clientOf([json({ text: 'x'.repeat(600_000) })]);

    await expect(fetchOne()).rejects.toMatchObject({ code: 'ANSWER_TOO_LONG' });

    expect(server.asked).toHaveLength(1);
    expect(counts).toEqual({ CartLatency: 1, CartFaults: 1 });
  });

  test.each([
    ['is not JSON', (response) => void response.end('{"cartId"')],
    ['is empty', (response) => void response.end()],
    ['lacks its total', json({ ...aCart(), total: undefined })],
    ['has text for a number', json({ ...aCart(), total: '250' })],
  ] as const satisfies readonly (readonly [string, Answer])[])(
    'refuses an answer that %s, without quoting it',
    async (_, answer) => {
      const { fetchOne, counts } = await clientOf([answer]);

      await expect(fetchOne()).rejects.toThrow(/^The Cart API's answer is not/);
      expect(counts).toEqual({ CartLatency: 1, CartFaults: 1 });
    },
  );
});
