import { describe, expect, test } from '@jest/globals';
import type { Answer } from './answer.ts';
import { expectSame } from './same-as-unknown.ts';

const answer = (changes: Partial<Answer> = {}, headers: Record<string, string> = {}): Answer => ({
  method: 'GET',
  path: '/v1.0/orders/1',
  status: 404,
  text: '{"code":"ORDER_NOT_FOUND","requestId":"a"}',
  ...changes,
  headers: new Headers({ 'content-type': 'application/problem+json', ...headers }),
});

describe('A foreign order', () => {
  test('answers as an unknown one when only the request differs', () => {
    const foreign = answer(
      { text: '{"code":"ORDER_NOT_FOUND","requestId":"b"}' },
      { date: 'now', 'x-request-id': 'b', 'x-amzn-requestid': 'b', 'x-amz-apigw-id': 'b' },
    );

    expect(() => expectSame(foreign, answer())).not.toThrow();
  });

  test.each([
    ['status', answer({ status: 403 }), '403 ORDER_NOT_FOUND'],
    ['text', answer({ text: '{"code":"ORDER_NOT_FOUND","detail":"x"}' }), 'in other words'],
    ['code', answer({ text: '{"code":"TENANT_MISMATCH"}' }), '404 TENANT_MISMATCH'],
    ['header', answer({}, { etag: '"2"' }), 'in other words'],
  ])('is told by another %s', (_, foreign, words) => {
    expect(() => expectSame(foreign, answer())).toThrow(words);
  });
});
