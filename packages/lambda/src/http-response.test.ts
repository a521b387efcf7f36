import { describe, expect, test } from '@jest/globals';
import { redirect, responseOf } from './http-response.ts';

describe('A result', () => {
  test('of data is wrapped as a success', () => {
    expect(responseOf({ status: 200, data: { a: 1 } })).toEqual({
      statusCode: 200,
      headers: { 'Content-Type': 'application/json' },
      body: '{"success":true,"data":{"a":1}}',
    });
  });

  test('of another kind is sent as it is', () => {
    const page = { status: 404, raw: '<p>No.</p>', contentType: 'text/html; charset=utf-8' };

    expect(responseOf({ ...page, headers: { Refresh: '5' } })).toEqual({
      statusCode: 404,
      headers: { 'Content-Type': 'text/html; charset=utf-8', Refresh: '5' },
      body: '<p>No.</p>',
    });
  });

  test('that leads elsewhere has no body', () => {
    expect(responseOf(redirect('https://example.com/a?b=c'))).toEqual({
      statusCode: 302,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        Location: 'https://example.com/a?b=c',
      },
      body: '',
    });
  });
});
