import { allowedHeaders } from '@bbws/api/openapi/gateway';
import { describe, expect, test } from '@jest/globals';
import { corsHeaders, preflightAnswer } from './cors.ts';

describe('the CORS headers', () => {
  test('name the origin when it is allowed', () => {
    expect(
      corsHeaders('https://a.example.com, https://b.example.com', 'https://b.example.com'),
    ).toEqual({
      vary: 'Origin',
      'access-control-allow-origin': 'https://b.example.com',
    });
  });

  test('name any origin when all are allowed', () => {
    expect(corsHeaders('*', 'https://z.example.com')).toHaveProperty('access-control-allow-origin');
  });

  test.each([undefined, 'https://evil.example.com'])('name no origin for %s', (origin) => {
    expect(corsHeaders('https://a.example.com', origin)).toEqual({ vary: 'Origin' });
  });

  test('of a preflight name the methods of the path', () => {
    expect(preflightAnswer(['GET', 'PUT'], {})).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-methods': 'GET,PUT,OPTIONS' },
    });
  });

  test('of a preflight name the headers that API Gateway allows', () => {
    expect(preflightAnswer(['GET'], {})).toMatchObject({
      headers: { 'access-control-allow-headers': allowedHeaders.join(',') },
    });
  });
});
