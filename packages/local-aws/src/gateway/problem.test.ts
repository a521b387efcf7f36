import { describe, expect, test } from '@jest/globals';
import { problemAnswer } from './problem.ts';

const problemOf = (...args: Parameters<typeof problemAnswer>): unknown =>
  JSON.parse(String(problemAnswer(...args).body));

describe("the gateway's own answer", () => {
  test('has the headers that API Gateway sends, and the CORS headers of the caller', () => {
    const { headers } = problemAnswer('THROTTLED', 'request-1', { vary: 'Origin' });

    expect(headers).toEqual({
      'access-control-expose-headers':
        'ETag, Idempotent-Replayed, Location, Retry-After, X-Request-Id',
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
      'retry-after': '1',
      vary: 'Origin',
      'x-request-id': 'request-1',
    });
  });

  test('is a problem with the fields of every error', () => {
    expect(problemOf('MISSING_AUTHENTICATION_TOKEN', 'request-1', {})).toEqual({
      type: 'urn:bbws:order-service:error:ROUTE_NOT_FOUND',
      title: 'There is no such route',
      status: 404,
      detail: expect.any(String),
      code: 'ROUTE_NOT_FOUND',
      requestId: 'request-1',
      success: false,
      error: 'There is no such route',
      message: expect.any(String),
    });
  });

  test.each([
    ['UNAUTHORIZED', 401, 'UNAUTHORIZED'],
    ['MISSING_AUTHENTICATION_TOKEN', 404, 'ROUTE_NOT_FOUND'],
    ['REQUEST_TOO_LARGE', 413, 'PAYLOAD_TOO_LARGE'],
    ['THROTTLED', 429, 'TOO_MANY_REQUESTS'],
    ['INTEGRATION_FAILURE', 502, 'BAD_GATEWAY'],
    ['DEFAULT_5XX', 502, 'BAD_GATEWAY'],
    ['INTEGRATION_TIMEOUT', 504, 'GATEWAY_TIMEOUT'],
  ] as const)('to %s is %d %s', (type, status, code) => {
    expect(problemAnswer(type, 'request-1', {}).status).toBe(status);
    expect(problemOf(type, 'request-1', {})).toMatchObject({ status, code });
  });
});
