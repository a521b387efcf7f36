import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { correlationIdOf, GatewayEvent, headerOf, readJson } from './http-request.ts';
import { gatewayEvent } from './testing/gateway-event.ts';

const eventWith = (changes: object) =>
  v.parse(GatewayEvent, { ...gatewayEvent({ method: 'POST', resource: '/' }), ...changes });

const base64 = (bytes: string | Uint8Array) => ({
  body: Buffer.from(bytes).toString('base64'),
  isBase64Encoded: true,
});

const codeOf = (event: GatewayEvent): unknown => {
  try {
    return { read: readJson(event) };
  } catch (error) {
    return v.parse(v.object({ code: v.string() }), error).code;
  }
};

describe('the body', () => {
  test('is read as JSON, whatever it is', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), (body) => {
        expect(readJson(eventWith({ body }))).toEqual(JSON.parse(body));
        expect(readJson(eventWith(base64(body)))).toEqual(JSON.parse(body));
      }),
    );
  });

  test.each([
    ['8,192 bytes of one byte each', 'a'.repeat(8190)],
    ['8,192 bytes in 4,097 characters', 'é'.repeat(4095)],
    ['8,192 bytes with a character of four', `${'a'.repeat(8186)}🛒`],
  ])('may have %s', (_, text) => {
    const body = JSON.stringify(text);

    expect(Buffer.byteLength(body)).toBe(8192);
    expect(readJson(eventWith({ body }))).toBe(text);
    expect(readJson(eventWith(base64(body)))).toBe(text);
  });

  test.each([
    ['8,193 bytes of one byte each', 'a'.repeat(8191)],
    ['8,193 bytes in 4,098 characters', `${'é'.repeat(4095)}a`],
  ])('may not have %s', (_, text) => {
    const body = JSON.stringify(text);

    expect(Buffer.byteLength(body)).toBe(8193);
    expect(codeOf(eventWith({ body }))).toBe('PAYLOAD_TOO_LARGE');
    expect(codeOf(eventWith(base64(body)))).toBe('PAYLOAD_TOO_LARGE');
  });

  test.each([
    ['is missing', { body: null }],
    ['is empty', { body: '' }],
    ['is cut off', { body: '{"cartId":' }],
    ['is two values', { body: '{} {}' }],
    ['is not UTF-8', base64(Uint8Array.of(0x22, 0xc3, 0x28, 0x22))],
    ['is an overlong spelling', base64(Uint8Array.of(0x22, 0xc0, 0xaf, 0x22))],
    ['is no base64', { body: '%%%', isBase64Encoded: true }],
  ])('is INVALID_JSON when it %s', (_, changes) => {
    expect(codeOf(eventWith(changes))).toBe('INVALID_JSON');
  });
});

describe('a header', () => {
  test('is found whatever the case of its name', () => {
    const header = headerOf(eventWith({ headers: { 'IDEMPOTENCY-Key': 'key-1' } }));

    expect(header('idempotency-key')).toBe('key-1');
  });

  test.each([
    ['was not sent', {}],
    ['cannot be, since none were', null],
  ])('is absent when it %s', (_, headers) => {
    expect(headerOf(eventWith({ headers }))('if-match')).toBeUndefined();
  });
});

describe('the correlation id', () => {
  test("is the caller's own", () => {
    const event = eventWith({
      headers: { 'X-Correlation-Id': '7d1f6b7e-2a55-4a3e-9d0e-0c7a52a3f042' },
    });

    expect(correlationIdOf(event)).toBe('7d1f6b7e-2a55-4a3e-9d0e-0c7a52a3f042');
  });

  test.each([
    '',
    'portal-7',
    '4111111111111111',
    'with space',
    'a'.repeat(129),
    'line\nbreak',
    'thandi@example.com',
  ])('is the request id when the caller sent "%s"', (sent) => {
    const event = eventWith({ headers: { 'x-correlation-id': sent } });

    expect(correlationIdOf(event)).toBe('request-sample');
  });

  test('is the request id when the caller sent none', () => {
    expect(correlationIdOf(eventWith({}))).toBe('request-sample');
  });
});
