import { describe, expect, test } from '@jest/globals';
import { isHeadTooLarge } from './refusal.ts';

const line = 'GET /things HTTP/1.1';

const head = (value: string, url = '/things') => ({
  method: 'GET',
  url,
  httpVersion: '1.1',
  rawHeaders: ['a-name-that-does-not-count', value],
});

describe('the limit of request line and headers', () => {
  test('lets 10,240 bytes pass', () => {
    expect(isHeadTooLarge(head('x'.repeat(10_240 - line.length)))).toBe(false);
  });

  test('counts the header values', () => {
    expect(isHeadTooLarge(head('x'.repeat(10_241 - line.length)))).toBe(true);
  });

  test('counts the path and the query', () => {
    expect(isHeadTooLarge(head('', `/things?q=${'x'.repeat(10_240)}`))).toBe(true);
  });

  test('counts bytes, not characters', () => {
    expect(isHeadTooLarge(head('é'.repeat(6_000)))).toBe(true);
  });
});
