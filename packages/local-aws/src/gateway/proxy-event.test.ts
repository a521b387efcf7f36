import { describe, expect, test } from '@jest/globals';
import { gatewayRequest } from '../testing/gateway-request.ts';
import { testRoutes } from '../testing/routes.ts';
import type { GatewayRequest } from './gateway-request.ts';
import { matchRoutes } from './match-route.ts';
import { toProxyEvent } from './proxy-event.ts';

const eventFor = (changes: Partial<GatewayRequest>, claims?: Record<string, string>) => {
  const request = gatewayRequest({ path: '/things/t-1', ...changes });
  return matchRoutes(testRoutes, request.path)
    .slice(0, 1)
    .map((match) => toProxyEvent(request, match, claims, 1_795_000_000_000))[0];
};

describe('the proxy event', () => {
  test('names resource, path, parameters and function context', () => {
    expect(eventFor({})).toMatchObject({
      resource: '/things/{thingId}',
      path: '/things/t-1',
      httpMethod: 'GET',
      pathParameters: { thingId: 't-1' },
      isBase64Encoded: false,
      requestContext: {
        requestId: 'request-1',
        resourcePath: '/things/{thingId}',
        identity: { sourceIp: '127.0.0.1' },
        requestTimeEpoch: 1_795_000_000_000,
        stage: 'local',
      },
    });
  });

  test('has null for what is not there', () => {
    expect(eventFor({ path: '/health' })).toMatchObject({
      body: null,
      pathParameters: null,
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      requestContext: { authorizer: null, identity: { userAgent: null } },
    });
  });

  test('has the last of repeated values, and all of them', () => {
    const headers = [
      ['X-Tag', 'one'],
      ['X-Tag', 'two'],
    ] as const;

    expect(eventFor({ headers, query: new URLSearchParams('a=1&a=x%20y') })).toMatchObject({
      headers: { 'X-Tag': 'two' },
      multiValueHeaders: { 'X-Tag': ['one', 'two'] },
      queryStringParameters: { a: 'x y' },
      multiValueQueryStringParameters: { a: ['1', 'x y'] },
    });
  });

  test('takes a parameter and a header named __proto__ as any other', () => {
    const event = eventFor({
      headers: [['__proto__', 'a']],
      query: new URLSearchParams('__proto__=1&__proto__=2'),
    });

    expect(Object.entries(event?.queryStringParameters ?? {})).toEqual([['__proto__', '2']]);
    expect(Object.entries(event?.multiValueQueryStringParameters ?? {})).toEqual([
      ['__proto__', ['1', '2']],
    ]);
  });

  test('hands over the claims', () => {
    expect(eventFor({}, { sub: 'user-1' })).toMatchObject({
      requestContext: { authorizer: { claims: { sub: 'user-1' } } },
    });
  });

  test('has replacement characters for bytes that are no UTF-8', () => {
    expect(eventFor({ body: Buffer.from([0x7b, 0xff, 0x7d]) })?.body).toBe('{\uFFFD}');
  });
});
