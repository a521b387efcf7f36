import { describe, expect, test } from '@jest/globals';
import {
  aLinkKey,
  aRecordedOrder,
  aRejectedOrder,
  anAcceptedOrder,
  sampleOrderId,
} from '@bbws/domain/testing/builders';
import { parseAnswer } from '@bbws/lambda/testing/api-answer';
import type { GatewayCall } from '@bbws/lambda/testing/gateway-event';
import type { Deps } from './handler.ts';
import { get as answerTo, getDeps } from './testing/get-deps.ts';

const depsWith = (...args: Parameters<typeof getDeps>) => getDeps(...args).deps;

const get = async (deps: Deps, call: Partial<GatewayCall> = {}) => {
  const { statusCode, headers, body } = await answerTo(deps, {
    resource: '/v1.0/orders/{orderId}',
    path: { orderId: sampleOrderId },
    ...call,
  });
  return { statusCode, headers, body, answer: parseAnswer(body) };
};

describe('GET /v1.0/orders/{orderId}', () => {
  test('answers the order with its version as entity tag', async () => {
    const { statusCode, headers, answer } = await get(depsWith());

    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ ETag: '"2"', 'Cache-Control': 'no-store' });
    expect(answer.data).toMatchObject({ id: sampleOrderId, total: 250, currency: 'ZAR' });
  });

  test('keeps the key of the invoice links to itself', async () => {
    const { body } = await get(depsWith());

    expect(body).not.toContain(aLinkKey());
  });

  test('shows an accepted order, its amounts unknown', async () => {
    const { answer } = await get(depsWith(anAcceptedOrder()));

    expect(answer.data).toMatchObject({ stage: 'accepted', status: 'pending', total: null });
  });

  test('shows why an order was rejected', async () => {
    const { answer } = await get(depsWith(aRejectedOrder()));

    expect(answer.data).toMatchObject({ status: 'failed', rejection: { code: 'CART_NOT_FOUND' } });
  });

  test('answers a foreign order and a missing one with the same bytes', async () => {
    const claims = { 'custom:tenantId': 'tenant-other', sub: 'user-other' };

    const foreign = await get(depsWith(), { claims });
    const missing = await get(depsWith(aRecordedOrder(), { readOrder: async () => undefined }));

    expect(foreign.statusCode).toBe(404);
    expect(foreign).toEqual(missing);
  });

  test('hides an order that is not active', async () => {
    const { statusCode } = await get(depsWith(aRecordedOrder({ active: false })));

    expect(statusCode).toBe(404);
  });

  test.each(['', 'ORD-20261120-00001', sampleOrderId.toUpperCase(), `${sampleOrderId}#x`])(
    'refuses %p for an id',
    async (orderId) => {
      const { statusCode, answer } = await get(depsWith(), { path: { orderId } });

      expect({ statusCode, path: answer.errors[0]?.path }).toEqual({
        statusCode: 400,
        path: '/orderId',
      });
    },
  );

  test('lets order-admin read any tenant’s order', async () => {
    const claims = {
      'custom:tenantId': 'tenant-other',
      sub: 'admin-sample',
      'cognito:groups': 'staff,order-admin',
    };

    const { statusCode } = await get(depsWith(), { claims });

    expect(statusCode).toBe(200);
  });
});

describe('GET /health', () => {
  const health = { resource: '/health', claims: null };

  test('answers 200 without login when the table answers', async () => {
    const { statusCode, answer } = await get(depsWith(), health);

    expect(statusCode).toBe(200);
    expect(answer.data).toEqual({ status: 'ok' });
  });

  test('answers 503 when the table does not', async () => {
    const deps = depsWith(aRecordedOrder(), {
      tableAnswers: async () => Promise.reject(new Error('away')),
    });

    const { statusCode } = await get(deps, health);

    expect(statusCode).toBe(503);
  });
});
