import { DomainError } from '@bbws/domain/domain-error';
import { errorCatalogue } from '@bbws/domain/error-catalogue';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { httpHandler, publicEndpoint, tenantEndpoint } from './http.ts';
import type { HttpRequest } from './http-request.ts';
import type { HttpResult } from './http-response.ts';
import { gatewayEvent, type GatewayCall } from './testing/gateway-event.ts';
import { observedLog, observedMetrics } from './testing/observed.ts';

const things = { operationId: 'readThing', method: 'GET', path: '/things/{thingId}' } as const;
const open = { operationId: 'readNews', method: 'GET', path: '/news' } as const;

type Serve = (request: HttpRequest) => Promise<HttpResult> | HttpResult;

const ok: Serve = () => ({ status: 200, data: { id: 'thing-1' } });
const throwing =
  (error: unknown): Serve =>
  () => {
    throw error;
  };

/** A handler of two routes, both served by `serve`. */
const makeHandler = (serve: Serve = ok) => {
  const { log, lines } = observedLog();
  const allowedOrigins = ['https://portal.example.com'];
  const handle = httpHandler({ log, ...observedMetrics(), allowedOrigins }, [
    tenantEndpoint({ ...things, access: 'tenant' }, async (request) => serve(request)),
    publicEndpoint({ ...open, access: 'public' }, async (request) => serve(request)),
  ]);
  return { handle, lines };
};

const call: GatewayCall = { method: 'GET', resource: '/things/{thingId}', path: { thingId: '1' } };

const answerTo = (changes: Partial<GatewayCall> = {}, serve?: Serve) =>
  makeHandler(serve).handle(gatewayEvent({ ...call, ...changes }));

const Problem = v.record(v.string(), v.unknown());
const problemOf = ({ body }: { readonly body: string }) => v.parse(Problem, JSON.parse(body));

describe('a request that is served', () => {
  test('is answered with success, data and the headers of the endpoint', async () => {
    const serve: Serve = () => ({ status: 202, data: { a: 1 }, headers: { ETag: '"2"' } });

    const response = await answerTo({}, serve);

    expect(response.statusCode).toBe(202);
    expect(JSON.parse(response.body)).toEqual({ success: true, data: { a: 1 } });
    expect(response.headers).toEqual({
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Request-Id': 'request-sample',
      Vary: 'Origin',
      ETag: '"2"',
    });
  });

  test('reaches its endpoint with path, query, headers, body and ids', async () => {
    const serve: Serve = ({ path, query, header, json, correlationId }) => ({
      status: 200,
      data: { path, query, header: header('if-match'), json: json(), correlationId },
    });

    const { body } = await answerTo(
      { query: { a: '1' }, headers: { 'If-Match': '"2"' }, body: { b: 2 } },
      serve,
    );

    expect(JSON.parse(body)).toHaveProperty('data', {
      path: { thingId: '1' },
      query: { a: '1' },
      header: '"2"',
      json: { b: 2 },
      correlationId: 'request-sample',
    });
  });

  test('needs no token on a public route', async () => {
    const response = await answerTo({ resource: '/news', claims: null });

    expect(response.statusCode).toBe(200);
  });

  test('is logged with its ids, its operation and its status', async () => {
    const { handle, lines } = makeHandler();

    await handle(
      gatewayEvent({
        ...call,
        headers: { 'x-correlation-id': '7d1f6b7e-2a55-4a3e-9d0e-0c7a52a3f001' },
      }),
    );

    expect(lines).toEqual([
      {
        level: 'info',
        message: 'Request served',
        tenantId: 'tenant-sample',
        requestId: 'request-sample',
        correlationId: '7d1f6b7e-2a55-4a3e-9d0e-0c7a52a3f001',
        operation: 'readThing',
        httpStatus: 200,
      },
    ]);
  });

  test('gives its endpoint a log that names the tenant', async () => {
    const { handle, lines } = makeHandler(({ log }) => {
      log.info('Thing read');
      return { status: 200, data: {} };
    });

    await handle(gatewayEvent(call));

    expect(lines).toContainEqual(
      expect.objectContaining({ message: 'Thing read', tenantId: 'tenant-sample' }),
    );
  });
});

describe('a refusal', () => {
  const errors = [{ path: '/status', message: 'is required' }];
  const refused = new DomainError('ORDER_NOT_RECORDED', 'Not yet.', {
    errors,
    retryAfterSeconds: 5,
  });

  test('is a problem document with exactly the fields of R-API-15', async () => {
    const response = await answerTo({}, throwing(refused));

    const { status, title, action } = errorCatalogue.ORDER_NOT_RECORDED;
    expect(response.statusCode).toBe(status);
    expect(problemOf(response)).toEqual({
      type: 'urn:bbws:order-service:error:ORDER_NOT_RECORDED',
      title,
      status,
      detail: `Not yet. ${action}`,
      code: 'ORDER_NOT_RECORDED',
      requestId: 'request-sample',
      errors,
      success: false,
      error: title,
      message: `Not yet. ${action}`,
    });
  });

  test('says in its headers what it is and when to try again', async () => {
    const { headers } = await answerTo({}, throwing(refused));

    expect(headers).toMatchObject({
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'X-Request-Id': 'request-sample',
      'Retry-After': '5',
    });
  });

  test('is without errors[] and Retry-After when there is nothing to say in them', async () => {
    const response = await answerTo({}, throwing(new DomainError('ORDER_NOT_FOUND', 'None.')));

    expect(problemOf(response)).not.toHaveProperty('errors');
    expect(response.headers).not.toHaveProperty('Retry-After');
  });

  test('is no failure in the log', async () => {
    const { handle, lines } = makeHandler(throwing(refused));

    await handle(gatewayEvent(call));

    expect(lines).toMatchObject([{ level: 'info', code: 'ORDER_NOT_RECORDED', httpStatus: 409 }]);
  });

  test('meets a token without a tenant before the endpoint is asked', async () => {
    const serve = throwing(new Error('was asked'));

    const response = await answerTo({ claims: { sub: 'user-sample' } }, serve);

    expect(response.statusCode).toBe(403);
    expect(problemOf(response)).toMatchObject({ code: 'TENANT_MISSING' });
  });
});

describe('a failure', () => {
  const secret = 'thandi@example.com in bbws-orders';

  test.each([
    ['an error', new Error(secret)],
    ['a text', secret],
    ['nothing', undefined],
  ])('that throws %s is 500 without detail', async (_, thrown) => {
    const response = await answerTo({}, throwing(thrown));

    expect(response.statusCode).toBe(500);
    expect(problemOf(response)).toMatchObject({ code: 'INTERNAL_ERROR' });
    expect(response.body).not.toMatch(/thandi|bbws-orders|\bat /);
  });

  test('is logged as one', async () => {
    const { handle, lines } = makeHandler(throwing(new Error(secret)));

    await handle(gatewayEvent(call));

    expect(lines).toMatchObject([
      { level: 'error', operation: 'readThing', httpStatus: 500, requestId: 'request-sample' },
    ]);
  });

  test.each([
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'ThrottlingException',
    'ThrottledException',
  ])('of a dependency that says %s is 503 with Retry-After', async (name) => {
    const response = await answerTo({}, throwing(Object.assign(new Error(secret), { name })));

    expect(response).toMatchObject({ statusCode: 503, headers: { 'Retry-After': '2' } });
    expect(problemOf(response)).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });

  test.each([
    ['method', { method: 'DELETE' }],
    ['path', { resource: '/other' }],
  ])('to find the %s among the endpoints is 500', async (_, changes) => {
    expect(await answerTo(changes)).toMatchObject({ statusCode: 500 });
  });
});

describe('CORS', () => {
  const allowed = { 'Access-Control-Allow-Origin': 'https://portal.example.com' };

  test.each([
    ['a success', ok],
    ['a refusal', throwing(new DomainError('ORDER_NOT_FOUND', 'None.'))],
    ['a failure', throwing(new Error('no'))],
  ])('lets an allowed origin read %s', async (_, serve) => {
    const { headers } = await answerTo(
      { headers: { Origin: 'https://portal.example.com' } },
      serve,
    );

    expect(headers).toMatchObject(allowed);
    expect(headers['Access-Control-Expose-Headers']).toContain('ETag');
  });

  test.each([
    'https://evil.example.com',
    'https://portal.example.com.evil.com',
    'http://portal.example.com',
    'null',
    '*',
  ])('does not let %s read', async (origin) => {
    const { headers } = await answerTo({ headers: { origin } });

    expect(Object.keys(headers).filter((name) => name.startsWith('Access-Control'))).toEqual([]);
    expect(headers).toHaveProperty('Vary', 'Origin');
  });
});
