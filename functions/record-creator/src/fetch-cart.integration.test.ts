import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { aCart } from '@bbws/domain/testing/builders';
import { json, status, type Answer } from './testing/answers.ts';
import { cartClient } from './testing/cart-client.ts';
import { startCartServer, type CartServer } from './testing/cart-server.ts';

const servers: CartServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

/** A client of a Cart API that takes so many milliseconds, and counts how many requests it has at once. */
const slowClient = async (milliseconds: number, answer: Answer) => {
  let present = 0;
  const seen: number[] = [];
  const slowly: Answer = (response) => {
    present += 1;
    seen.push(present);
    void sleep(milliseconds, undefined, { ref: false }).then(() => {
      present -= 1;
      answer(response);
    });
  };
  const server = await startCartServer(slowly);
  servers.push(server);
  return { ...cartClient(server.url), server, mostAtOnce: () => Math.max(...seen) };
};

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('Twenty carts at once', () => {
  test('are asked for five at a time, and none is late for having waited', async () => {
    // The last five wait for more than the 2 s that a request has.
    const { fetchOne, counts, mostAtOnce } = await slowClient(700, json(aCart()));

    const carts = await Promise.all(times(20, () => fetchOne()));

    expect(carts).toEqual(times(20, () => aCart()));
    expect(mostAtOnce()).toBe(5);
    expect(counts).toEqual({ CartLatency: 20, CartsFound: 20 });
  });

  test.each([400, 403, 404, 429])('are asked for once each when the answer is %i', async (code) => {
    const { fetchOne, server, mostAtOnce } = await slowClient(10, status(code));

    await Promise.allSettled(times(20, () => fetchOne()));

    expect(server.asked).toHaveLength(20);
    expect(mostAtOnce()).toBeLessThanOrEqual(5);
  });

  test('are asked for three times each while the answer is 503, five at a time', async () => {
    const { fetchOne, server, mostAtOnce } = await slowClient(10, status(503));

    await Promise.allSettled(times(20, () => fetchOne()));

    expect(server.asked).toHaveLength(60);
    expect(mostAtOnce()).toBeLessThanOrEqual(5);
  });
});

describe('A Cart API that misbehaves', () => {
  test('is given up after three times 2 s when it never answers', async () => {
    const { fetchOne, counts } = await slowClient(60_000, status(200));
    const started = performance.now();

    const outcomes = await Promise.allSettled(times(5, () => fetchOne()));

    const seconds = (performance.now() - started) / 1000;
    expect(outcomes.map((outcome) => outcome.status)).toEqual(times(5, () => 'rejected'));
    expect(seconds).toBeGreaterThan(5.9);
    expect(counts).toEqual({ CartLatency: 15, CartFaults: 5 });
  });

  test('has its redirect followed nowhere', async () => {
    const other = await startCartServer(json(aCart()));
    servers.push(other);
    const { fetchOne } = await slowClient(0, status(307, { location: `${other.url}/carts/x` }));

    await expect(fetchOne()).rejects.toMatchObject({ code: 'HTTP_307' });

    expect(other.asked).toEqual([]);
  });

  test('is cut off when its answer does not end', async () => {
    let written = 0;
    const flood: Answer = (response) => {
      const more = () => {
        if (response.destroyed) return;
        written += 65_536;
        if (written > 50_000_000) response.end();
        else if (response.write('x'.repeat(65_536))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    };
    const { fetchOne, server } = await slowClient(0, flood);

    await expect(fetchOne()).rejects.toMatchObject({ code: 'ANSWER_TOO_LONG' });

    expect(server.asked).toHaveLength(1);
    expect(written).toBeLessThan(50_000_000);
  });
});
