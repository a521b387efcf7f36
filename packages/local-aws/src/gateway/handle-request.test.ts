import { describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import type { Outcome } from '../function-worker/protocol.ts';
import { gatewayRequest } from '../testing/gateway-request.ts';
import { testRoutes } from '../testing/routes.ts';
import { handleRequest, type GatewayDeps } from './handle-request.ts';
import type { GatewayRequest } from './gateway-request.ts';

const answered: Outcome = { ok: true, payload: { statusCode: 200, body: 'thing' } };

const makeDeps = (changes: Partial<GatewayDeps> = {}) => ({
  routes: testRoutes,
  authorize: async (header: string | undefined) => (header ? { sub: 'user-1' } : undefined),
  invoke: jest.fn(async () => answered),
  allowedOrigins: 'https://portal.example.com',
  timeoutMs: 1000,
  now: () => 0,
  ...changes,
});

const signedIn: Partial<GatewayRequest> = {
  path: '/things/t-1',
  headers: [['authorization', 'Bearer token']],
};

const handle = (changes: Partial<GatewayRequest>, deps: GatewayDeps = makeDeps()) =>
  handleRequest(deps, gatewayRequest(changes));

const problemOf = async (changes: Partial<GatewayRequest>, deps?: GatewayDeps) => {
  const { status, headers, body } = await handle(changes, deps);
  const text = v.parse(v.string(), body);
  return { status, headers, problem: v.parse(v.record(v.string(), v.unknown()), JSON.parse(text)) };
};

describe('the gateway', () => {
  test('hands a call to the function of its route', async () => {
    const deps = makeDeps();

    const answer = await handle(signedIn, deps);

    expect(answer).toMatchObject({ status: 200, body: 'thing' });
    expect(deps.invoke).toHaveBeenCalledWith(
      'get',
      expect.objectContaining({ resource: '/things/{thingId}' }),
    );
  });

  test('asks nobody for a token on a public route', async () => {
    await expect(handle({ path: '/health' })).resolves.toMatchObject({ status: 200 });
  });

  test('answers a problem with CORS headers to a call without a token, and invokes nothing', async () => {
    const deps = makeDeps();

    const { status, headers, problem } = await problemOf(
      { path: '/things/t-1', headers: [['Origin', 'https://portal.example.com']] },
      deps,
    );

    expect(status).toBe(401);
    expect(headers).toMatchObject({
      vary: 'Origin',
      'access-control-allow-origin': 'https://portal.example.com',
    });
    expect(problem).toMatchObject({ code: 'UNAUTHORIZED', requestId: 'request-1' });
    expect(deps.invoke).not.toHaveBeenCalled();
  });

  test.each([
    ['GET', '/nowhere'],
    ['DELETE', '/things/t-1'],
    ['HEAD', '/health'],
    ['PROPFIND', '/things'],
    ['OPTIONS', '/nowhere'],
  ])('answers 404 to %s %s', async (method, path) => {
    await expect(problemOf({ method, path })).resolves.toMatchObject({
      status: 404,
      problem: { code: 'ROUTE_NOT_FOUND' },
    });
  });

  test.each(['GET', 'OPTIONS'])('answers 429 to a %s that is throttled', async (method) => {
    const deps = makeDeps({ admit: () => false });

    const { status, headers } = await problemOf({ ...signedIn, method }, deps);

    expect(status).toBe(429);
    expect(headers).toMatchObject({ 'retry-after': '1' });
    expect(deps.invoke).not.toHaveBeenCalled();
  });

  test('counts no request to a route that does not exist', async () => {
    const admit = jest.fn(() => true);

    await handle({ path: '/nowhere' }, makeDeps({ admit }));

    expect(admit).not.toHaveBeenCalled();
  });

  test('answers a preflight without a token', async () => {
    await expect(handle({ method: 'OPTIONS', path: '/things/t-1' })).resolves.toMatchObject({
      status: 204,
      headers: { 'access-control-allow-methods': 'GET,PUT,OPTIONS' },
    });
  });

  test('answers 502 when the function fails, without saying how', async () => {
    const failed: Outcome = {
      ok: false,
      error: { errorType: 'TypeError', errorMessage: 'secret', trace: ['at secret'] },
    };

    const { status, problem } = await problemOf(signedIn, makeDeps({ invoke: async () => failed }));

    expect(status).toBe(502);
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  test('answers 502 when the function answers nonsense', async () => {
    const nonsense: Outcome = { ok: true, payload: { status: 200 } };

    await expect(
      problemOf(signedIn, makeDeps({ invoke: async () => nonsense })),
    ).resolves.toMatchObject({ status: 502, problem: { code: 'BAD_GATEWAY' } });
  });

  test('answers 504 when the function takes too long', async () => {
    const never = () => new Promise<Outcome>(() => undefined);

    await expect(
      problemOf(signedIn, makeDeps({ invoke: never, timeoutMs: 10 })),
    ).resolves.toMatchObject({ status: 504, problem: { code: 'GATEWAY_TIMEOUT' } });
  });
});
