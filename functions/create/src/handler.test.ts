import { describe, expect, test } from '@jest/globals';
import { parseAnswer } from '@bbws/lambda/testing/api-answer';
import { aCreateOrderRequest } from '@bbws/api/testing/requests';
import { gatewayEvent, type GatewayCall } from '@bbws/lambda/testing/gateway-event';
import { makeHandler, type Deps } from './handler.ts';
import { createDeps } from './testing/create-deps.ts';

const body = aCreateOrderRequest();

const post = async (deps: Deps, call: Partial<GatewayCall> = {}) => {
  const event = gatewayEvent({ method: 'POST', resource: '/v1.0/orders', body, ...call });
  const { statusCode, headers, body: text } = await makeHandler(deps)(event);
  return { statusCode, headers, answer: parseAnswer(text) };
};

describe('POST /v1.0/orders', () => {
  test('answers 202 with id, number and where the order is', async () => {
    const { deps } = createDeps();

    const { statusCode, headers, answer } = await post(deps);

    const orderId = '00000000-0000-4000-8000-000000000001';
    expect(statusCode).toBe(202);
    expect(headers).toMatchObject({ Location: `/v1.0/orders/${orderId}`, 'Retry-After': '10' });
    expect(answer.data).toEqual({
      orderId,
      orderNumber: 'ORD-20261120-00001',
      status: 'pending',
      message: 'Order accepted for processing',
    });
  });

  test('numbers the order by the day of the business time zone', async () => {
    const { deps } = createDeps({ now: () => new Date('2026-11-20T22:00:00.000Z') });

    const { answer } = await post(deps);

    expect(answer.data['orderNumber']).toBe('ORD-20261121-00001');
  });

  test('puts the letter of its region into the number', async () => {
    const { deps } = createDeps({ numberRegion: 'E' });

    const { answer } = await post(deps);

    expect(answer.data['orderNumber']).toBe('ORD-20261120-E00001');
  });

  test('stores the order for the tenant of the token, by the subject of the token', async () => {
    const { deps, orders } = createDeps();

    await post(deps);

    const [stored] = orders.values();
    expect(stored?.order).toMatchObject({
      tenantId: 'tenant-sample',
      lastUpdatedBy: 'user-sample',
      stage: 'accepted',
      status: 'pending',
      version: 1,
      dateCreated: '2026-11-20T09:30:00.000Z',
      ...body,
    });
  });

  test('publishes order.accepted, the event that is part of the write', async () => {
    const { deps, orders, published } = createDeps();

    await post(deps, { headers: { 'X-Correlation-Id': '7d1f6b7e-2a55-4a3e-9d0e-0c7a52a3f007' } });

    const [stored] = orders.values();
    expect(published).toEqual(stored?.outbox);
    expect(published).toEqual([
      expect.objectContaining({
        type: 'order.accepted',
        orderVersion: 1,
        correlationId: '7d1f6b7e-2a55-4a3e-9d0e-0c7a52a3f007',
      }),
    ]);
  });

  test('answers 202 also when the publication fails, and makes the outbox due at once', async () => {
    const { deps, due, counts } = createDeps({
      publish: async () => Promise.reject(new Error('SNS is away')),
    });

    const { statusCode } = await post(deps);

    expect(statusCode).toBe(202);
    expect(due).toEqual(['2026-11-20T09:30:00.000Z']);
    expect(counts).toMatchObject({ OrdersAccepted: 1, PublishFailures: 1 });
  });

  test('answers 500 without detail when the order cannot be written', async () => {
    const { deps, published } = createDeps({
      acceptOrder: async () => Promise.reject(new Error('secret of the table')),
    });

    const { statusCode, answer } = await post(deps);

    expect(statusCode).toBe(500);
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(published).toEqual([]);
  });

  test.each([
    ['no cart', { ...body, cartId: undefined }, '/cartId'],
    ['a bad address', { ...body, customerEmail: 'thandi' }, '/customerEmail'],
    ['an unknown property', { ...body, tenantId: 'tenant-other' }, '/tenantId'],
    ['a card number', { ...body, customerName: '4111 1111 1111 1111' }, '/customerName'],
  ])('refuses a body with %s, names the field and writes nothing', async (_, wrong, path) => {
    const { deps, orders } = createDeps();

    const { statusCode, answer } = await post(deps, { body: wrong });

    expect(statusCode).toBe(400);
    expect(answer.errors).toEqual([expect.objectContaining({ path })]);
    expect(orders.size).toBe(0);
  });

  test.each([
    ['is not JSON', '{"cartId":', 400, 'INVALID_JSON'],
    [
      'has more than 8 KiB',
      JSON.stringify({ ...body, x: 'x'.repeat(8192) }),
      413,
      'PAYLOAD_TOO_LARGE',
    ],
  ])('refuses a body that %s', async (_, text, status, code) => {
    const { deps } = createDeps();

    const { statusCode, answer } = await post(deps, { body: text });

    expect({ statusCode, code: answer.code }).toEqual({ statusCode: status, code });
  });
});

describe('POST /v1.0/orders where another region writes', () => {
  const elsewhere = { isWriter: async () => false };

  test('answers 503 and when to come back, and neither writes nor takes a number', async () => {
    const { deps, orders, published } = createDeps({
      ...elsewhere,
      nextSequence: async () => Promise.reject(new Error('numbered')),
    });

    const { statusCode, headers, answer } = await post(deps);

    expect({ statusCode, code: answer.code }).toEqual({ statusCode: 503, code: 'NOT_THE_WRITER' });
    expect(headers).toMatchObject({ 'Retry-After': '30' });
    expect(orders.size).toBe(0);
    expect(published).toEqual([]);
  });

  test('answers 503 to a repetition too', async () => {
    const headers = { 'Idempotency-Key': 'checkout-1' };
    const { deps, published } = createDeps();
    await post(deps, { headers });

    const { statusCode } = await post({ ...deps, ...elsewhere }, { headers });

    expect(statusCode).toBe(503);
    expect(published).toHaveLength(1);
  });

  test('refuses a wrong body as everywhere', async () => {
    const { deps } = createDeps(elsewhere);

    const { statusCode } = await post(deps, { body: { ...body, cartId: '' } });

    expect(statusCode).toBe(400);
  });

  test('answers 500 when it cannot know which region writes', async () => {
    const { deps, orders } = createDeps({
      isWriter: async () => Promise.reject(new Error('The table is away')),
    });

    const { statusCode } = await post(deps);

    expect(statusCode).toBe(500);
    expect(orders.size).toBe(0);
  });
});

describe('Idempotency-Key', () => {
  const headers = { 'Idempotency-Key': 'checkout-1' };

  test('repeats the answer of the first request', async () => {
    const { deps } = createDeps();
    const first = await post(deps, { headers });

    const second = await post(deps, { headers });

    expect(second.answer).toEqual(first.answer);
    expect(first.headers).not.toHaveProperty('Idempotent-Replayed');
    expect(second.headers).toMatchObject({ 'Idempotent-Replayed': 'true' });
  });

  test('takes no second number', async () => {
    const { deps } = createDeps();
    await post(deps, { headers });
    await post(deps, { headers });

    const { answer } = await post(deps);

    expect(answer.data['orderNumber']).toBe('ORD-20261120-00002');
  });

  test('publishes again what is still in the outbox', async () => {
    const { deps, published } = createDeps();
    await post(deps, { headers });

    await post(deps, { headers });

    expect(published).toHaveLength(2);
    expect(published[1]).toEqual(published[0]);
  });

  test('answers 422 for another body', async () => {
    const { deps } = createDeps();
    await post(deps, { headers });

    const { statusCode, answer } = await post(deps, {
      headers,
      body: { ...body, cartId: 'other' },
    });

    expect({ statusCode, code: answer.code }).toEqual({
      statusCode: 422,
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  test('gives one order to two first attempts at once', async () => {
    const { deps, orders } = createDeps();

    const [one, other] = await Promise.all([post(deps, { headers }), post(deps, { headers })]);

    expect(orders.size).toBe(1);
    expect(other.answer).toEqual(one.answer);
  });

  test('belongs to its tenant', async () => {
    const { deps, orders } = createDeps();
    await post(deps, { headers });

    await post(deps, { headers, claims: { 'custom:tenantId': 'tenant-other', sub: 'user-other' } });

    expect(orders.size).toBe(2);
  });

  test.each([
    ['empty', ''],
    ['with a space', 'a b'],
    ['too long', 'k'.repeat(256)],
  ])('is refused when %s', async (_, key) => {
    const { deps } = createDeps();

    const { statusCode, answer } = await post(deps, { headers: { 'Idempotency-Key': key } });

    expect(statusCode).toBe(400);
    expect(answer.errors.map(({ path }) => path)).toEqual(['/idempotency-key']);
  });
});
