import { describe, expect, test } from '@jest/globals';
import { OrderApiError } from './errors.ts';
import { toOrderApiError } from './problem.ts';

describe('the error for a problem document', () => {
  const response = new Response(null, {
    status: 429,
    headers: { 'Retry-After': '5', 'X-Request-Id': 'request-header' },
  });
  const error = toOrderApiError(response, {
    title: 'Too many requests',
    detail: 'Wait.',
    code: 'TOO_MANY_REQUESTS',
    requestId: 'request-body',
    errors: [{ path: '/cartId', message: 'Missing' }, 'nonsense'],
  });

  test('has what the document and the headers say', () => {
    expect(error).toMatchObject({
      name: 'OrderApiError',
      code: 'TOO_MANY_REQUESTS',
      status: 429,
      title: 'Too many requests',
      detail: 'Wait.',
      requestId: 'request-body',
      errors: [{ path: '/cartId', message: 'Missing' }],
      retryAfterSeconds: 5,
    });
  });

  test('says all of it in one line', () => {
    expect(error.message).toBe('Too many requests (429 TOO_MANY_REQUESTS): Wait.');
  });

  test('is an error that can be told apart', () => {
    expect(error).toBeInstanceOf(OrderApiError);
  });
});

describe('the error for what is no problem document', () => {
  test.each([
    ['a page', '<html>Bad gateway</html>'],
    ['nothing', undefined],
    ['null', null],
    ['a list', [1]],
    ['fields of other types', { code: 7, title: '', detail: null, requestId: {}, errors: 'all' }],
  ])('is readable: %s', (_, body) => {
    const headers = { 'Content-Type': 'text/html' };

    expect(toOrderApiError(new Response(null, { status: 502, headers }), body)).toMatchObject({
      code: 'UNEXPECTED_ANSWER',
      status: 502,
      title: 'The answer cannot be read',
      detail: 'Status 502 with text/html: not an answer of the order service.',
      requestId: undefined,
      errors: [],
      retryAfterSeconds: undefined,
    });
  });

  test('has the request id of the header', () => {
    const response = new Response(null, { status: 500, headers: { 'X-Request-Id': 'request-1' } });

    expect(toOrderApiError(response, '')).toMatchObject({
      requestId: 'request-1',
      detail: 'Status 500 with no content type: not an answer of the order service.',
    });
  });
});
