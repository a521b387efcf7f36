import { describe, expect, test } from '@jest/globals';
import { backoffMs, retryPolicy } from './retry-policy.ts';
import { isRepeatable, retrying } from './retry.ts';
import { fakeFetch, problem, success } from './testing/fake-api.ts';

const url = 'https://api.example.com/v1.0/orders';
const get = () => new Request(url);

const makeRetrying = (answers: Parameters<typeof fakeFetch>[0], retry = {}) => {
  const { fetch, requests } = fakeFetch(answers);
  const pauses: number[] = [];
  const send = retrying({
    send: fetch,
    policy: retryPolicy(retry),
    random: () => 1,
    sleep: async (ms) => {
      pauses.push(ms);
    },
  });
  return { send, requests, pauses };
};

describe('a GET', () => {
  test.each([429, 500, 502, 503, 504, 520])('is repeated after %d', async (status) => {
    const { send } = makeRetrying([problem(status, 'PASSING'), success('fine')]);

    expect(await (await send(get())).json()).toMatchObject({ data: 'fine' });
  });

  test('is repeated after a fault of the network', async () => {
    const { send, requests } = makeRetrying([new TypeError('fetch failed'), success('fine')]);

    expect((await send(get())).status).toBe(200);
    expect(requests).toHaveLength(2);
  });

  test('is repeated when the connection breaks within the answer', async () => {
    const broken = new ReadableStream({ pull: (body) => body.error(new TypeError('terminated')) });
    const { send } = makeRetrying([new Response(broken), success('fine')]);

    expect(await (await send(get())).json()).toMatchObject({ data: 'fine' });
  });

  test.each([200, 302, 400, 401, 403, 404, 409, 412, 422])(
    'is not repeated after %d',
    async (status) => {
      const { send, requests } = makeRetrying([problem(status, 'ANY')]);

      expect((await send(get())).status).toBe(status);
      expect(requests).toHaveLength(1);
    },
  );

  test('waits twice as long after each failure, up to a limit', async () => {
    const busy = Array.from({ length: 6 }, () => problem(503, 'SERVICE_UNAVAILABLE'));
    const retry = { attempts: 6, baseMs: 100, maxMs: 500 };
    const { send, pauses } = makeRetrying(busy, retry);

    await send(get());

    expect(pauses).toEqual([100, 200, 400, 500, 500]);
  });

  test('gives the last answer to the caller after four attempts', async () => {
    const busy = Array.from({ length: 5 }, () => problem(503, 'SERVICE_UNAVAILABLE'));
    const { send, requests } = makeRetrying(busy);

    expect((await send(get())).status).toBe(503);
    expect(requests).toHaveLength(4);
  });

  test('gives the last fault to the caller as it is', async () => {
    const fault = new TypeError('fetch failed');
    const { send } = makeRetrying([fault, fault], { attempts: 2 });

    await expect(send(get())).rejects.toBe(fault);
  });

  test('waits as long as Retry-After says', async () => {
    const busy = problem(429, 'TOO_MANY_REQUESTS', { 'Retry-After': '7' });
    const { send, pauses } = makeRetrying([busy, success('fine')]);

    await send(get());

    expect(pauses).toEqual([7000]);
  });

  test('keeps its backoff when Retry-After is shorter', async () => {
    const busy = problem(429, 'TOO_MANY_REQUESTS', { 'Retry-After': '0' });
    const { send, pauses } = makeRetrying([busy, success('fine')]);

    await send(get());

    expect(pauses).toEqual([250]);
  });

  test('leaves a Retry-After of more than 30 seconds to the caller', async () => {
    const busy = problem(503, 'SERVICE_UNAVAILABLE', { 'Retry-After': '31' });
    const { send, pauses } = makeRetrying([busy]);

    expect((await send(get())).status).toBe(503);
    expect(pauses).toEqual([]);
  });

  test('sends once when one attempt is allowed', async () => {
    const { send, requests } = makeRetrying([problem(503, 'ANY')], { attempts: 1 });

    await send(get());

    expect(requests).toHaveLength(1);
  });

  test('is not repeated after it was aborted', async () => {
    const controller = new AbortController();
    const reason = new Error('The page was left.');
    const { send, requests, pauses } = makeRetrying([
      () => {
        controller.abort(reason);
        throw new TypeError('fetch failed');
      },
      success('fine'),
    ]);

    await expect(send(new Request(url, { signal: controller.signal }))).rejects.toBe(reason);
    expect(pauses).toEqual([]);
    expect(requests).toHaveLength(1);
  });
});

describe('a request that may be repeated', () => {
  test.each([
    [true, 'GET', {}],
    [true, 'POST', { 'Idempotency-Key': 'key-1' }],
    [false, 'POST', {}],
    [true, 'PUT', { 'If-Match': '"2"' }],
    [false, 'PUT', { 'If-Match': '*' }],
    [false, 'PUT', {}],
    [false, 'DELETE', { 'If-Match': '"2"' }],
  ])('%s: %s with %j', (expected, method, headers) => {
    expect(isRepeatable(new Request(url, { method, headers }))).toBe(expected);
  });

  test('is sent with its body each time', async () => {
    const { send, requests } = makeRetrying([
      problem(503, 'ANY'),
      problem(503, 'ANY'),
      success('fine'),
    ]);
    const headers = { 'Idempotency-Key': 'key-1' };

    await send(new Request(url, { method: 'POST', body: '{"cartId":"cart-1"}', headers }));
    const bodies = await Promise.all(requests.map((request) => request.text()));

    expect(bodies).toEqual(Array.from({ length: 3 }, () => '{"cartId":"cart-1"}'));
  });
});

describe('the backoff', () => {
  test.each([
    [0, 125],
    [0.5, 188],
    [0.999, 250],
  ])('is between half of the pause and all of it: %d gives %d ms', (random, expected) => {
    expect(backoffMs(retryPolicy({}), 0, () => random)).toBe(expected);
  });

  test('has a default for whatever is undefined', () => {
    expect(retryPolicy({ attempts: undefined })).toEqual({
      attempts: 4,
      baseMs: 250,
      maxMs: 4000,
      maxRetryAfterMs: 30_000,
    });
  });
});
