import { createServer, IncomingMessage, request } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import type { Outcome } from '../function-worker/protocol.ts';
import type { HttpServer } from '../http-server.ts';
import { testRoutes } from '../testing/routes.ts';
import { startGateway, type ServerDeps } from './start-gateway.ts';

const gateways: HttpServer[] = [];

const start = async (changes: Partial<ServerDeps> = {}, port = 0) => {
  const gateway = await startGateway(
    {
      routes: testRoutes,
      document: { openapi: '3.0.3', paths: {} },
      authorize: async () => ({ sub: 'user-1' }),
      invoke: async (_, event) => ({
        ok: true,
        payload: { statusCode: 200, body: JSON.stringify(event) },
      }),
      allowedOrigins: '*',
      timeoutMs: 1000,
      now: () => 0,
      issue: async (options) => JSON.stringify(options),
      onError: () => undefined,
      ...changes,
    },
    port,
  );
  gateways.push(gateway);
  return gateway;
};

const answering = (payload: unknown) => async (): Promise<Outcome> => ({ ok: true, payload });

afterEach(async () => {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.close()));
});

describe('the gateway over HTTP', () => {
  test('leaves it to the caller to end an idle connection', async () => {
    const { url } = await start();

    const response = await fetch(`${url}/things/one`);

    expect(response.headers.get('connection')).toBe('keep-alive');
    expect(response.headers.get('keep-alive')).toBeNull();
  });

  test('hands over what the caller sent', async () => {
    const { url } = await start();

    const response = await fetch(`${url}/things/a%2Fb?x=1&x=%C3%A9&flag`, {
      method: 'PUT',
      headers: { 'If-Match': '"3"' },
      body: '{"name":"Sipho ☕"}',
    });

    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.json()).toMatchObject({
      path: '/things/a%2Fb',
      pathParameters: { thingId: 'a%2Fb' },
      multiValueQueryStringParameters: { x: ['1', 'é'], flag: [''] },
      body: '{"name":"Sipho ☕"}',
    });
  });

  test('hands back status, headers with several values and bytes', async () => {
    const { url } = await start({
      invoke: answering({
        statusCode: 201,
        multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
        body: 'AP8=',
        isBase64Encoded: true,
      }),
    });

    const response = await fetch(`${url}/health`);

    expect(response.status).toBe(201);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255]);
  });

  test('answers 413 above 10 MB', async () => {
    const { url } = await start();

    const response = await fetch(`${url}/things`, {
      method: 'POST',
      body: 'x'.repeat(10 * 1024 * 1024 + 1),
    });

    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', success: false });
  });

  test.each([10_240, 100_000, 5_000_000])('answers 431 to a header of %d bytes', async (length) => {
    const { url } = await start();

    const response = await fetch(`${url}/health`, { headers: { 'x-long': 'x'.repeat(length) } });

    expect(response.status).toBe(431);
    expect(await response.json()).toMatchObject({ code: 'REQUEST_HEAD_TOO_LARGE', success: false });
  });

  test('answers 400 to what is not HTTP', async () => {
    const { port } = new URL((await start()).url);

    const connection = connect(Number(port), '127.0.0.1').end('nonsense\r\n\r\n');

    const [head, body] = (await text(connection)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(head).toContain('content-type: application/problem+json');
    expect(JSON.parse(body ?? '')).toMatchObject({ code: 'MALFORMED_REQUEST', success: false });
  });

  test('takes a body of bytes that are no UTF-8', async () => {
    const { url } = await start();

    const response = await fetch(`${url}/things`, { method: 'POST', body: Buffer.from([0xff]) });

    expect(await response.json()).toMatchObject({ body: '\uFFFD' });
  });

  test('answers 502 without detail to an answer that it cannot send', async () => {
    const errors: unknown[] = [];
    const { url } = await start({
      invoke: answering({ statusCode: 200, headers: { location: 'a\nb' } }),
      onError: (error) => errors.push(error),
    });

    const response = await fetch(`${url}/health`);

    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ code: 'BAD_GATEWAY' });
    expect(errors).toHaveLength(1);
  });

  test('hands out tokens to people', async () => {
    const { url } = await start();

    const response = await fetch(
      `${url}/_local/token?tenantId=t-1&groups=a,b&subject=s&email=e@example.com`,
    );

    expect(await response.json()).toEqual({
      tenantId: 't-1',
      groups: ['a', 'b'],
      subject: 's',
      email: 'e@example.com',
    });
    expect(await (await fetch(`${url}/_local/token`)).text()).toBe('{}');
  });

  test('shows the docs', async () => {
    const { url } = await start();

    const page = await fetch(`${url}/docs`);
    const document = await fetch(`${url}/openapi.json`);

    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
    expect(await document.json()).toMatchObject({ servers: [{ url }] });
  });

  test('knows the target of a request that is no path', async () => {
    const { port } = new URL((await start()).url);

    const call = request({ host: '127.0.0.1', port, method: 'OPTIONS', path: '*' }).end();
    const [response] = v.parse(
      v.tuple([v.instance(IncomingMessage)]),
      await once(call, 'response'),
    );

    expect(response.statusCode).toBe(404);
    expect(await text(response)).toContain('ROUTE_NOT_FOUND');
  });

  test('says so when its port is in use', async () => {
    const taken = createServer();
    await once(taken.listen(0, '127.0.0.1'), 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;

    await expect(start({}, port)).rejects.toThrow(
      `The local API gateway does not start on port ${port}. Is it in use?`,
    );
    taken.close();
  });

  test('closes with a kept-alive connection, and twice', async () => {
    const gateway = await start();
    await (await fetch(`${gateway.url}/health`)).text();

    await gateway.close();
    await gateway.close();

    await expect(fetch(`${gateway.url}/health`)).rejects.toThrow();
  });
});
