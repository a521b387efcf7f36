import { describe, expect, test } from '@jest/globals';
import { readProxyAnswer } from './proxy-answer.ts';

describe("a function's answer", () => {
  test('needs a status only', () => {
    expect(readProxyAnswer({ statusCode: 204 })).toEqual({ status: 204, headers: {}, body: '' });
  });

  test('may have header values that are no text', () => {
    expect(
      readProxyAnswer({ statusCode: 200, headers: { 'Retry-After': 5, Fresh: true } })?.headers,
    ).toEqual({
      'retry-after': '5',
      fresh: 'true',
    });
  });

  test('takes a header with several values before one with a single value', () => {
    const answer = readProxyAnswer({
      statusCode: 200,
      headers: { Vary: 'Origin', ETag: '"1"' },
      multiValueHeaders: { vary: ['Origin', 'Accept'] },
    });

    expect(answer?.headers).toEqual({ etag: '"1"', vary: ['Origin', 'Accept'] });
  });

  test('may be base64', () => {
    expect(readProxyAnswer({ statusCode: 200, body: 'AQID', isBase64Encoded: true })?.body).toEqual(
      Buffer.from([1, 2, 3]),
    );
  });

  test.each([
    ['nothing', null],
    ['a text', 'OK'],
    ['no status', { body: '{}' }],
    ['a status in words', { statusCode: '200' }],
    ['a body that is an object', { statusCode: 200, body: {} }],
    ['a header that is an object', { statusCode: 200, headers: { a: {} } }],
  ])('with %s is none', (_, payload) => {
    expect(readProxyAnswer(payload)).toBeUndefined();
  });
});
