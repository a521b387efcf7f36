import { describe, expect, test } from '@jest/globals';
import {
  aLinkKey,
  anAcceptedOrder,
  anInvoiceNote,
  aRecordedOrder,
  aRejectedOrder,
  sampleOrderId,
} from '@bbws/domain/testing/builders';
import { parseAnswer } from '@bbws/lambda/testing/api-answer';
import type { GatewayCall } from '@bbws/lambda/testing/gateway-event';
import type { Deps } from './handler.ts';
import { get, getDeps } from './testing/get-deps.ts';

const invoiced = (changes: object = {}) => aRecordedOrder({ pdf: anInvoiceNote(), ...changes });

const getInvoice = async (deps: Deps, call: Partial<GatewayCall> = {}) => {
  const { statusCode, headers, body } = await get(deps, {
    resource: '/v1.0/orders/{orderId}/invoice',
    path: { orderId: sampleOrderId },
    ...call,
  });
  return { statusCode, headers, body, answer: parseAnswer(body) };
};

describe('GET /v1.0/orders/{orderId}/invoice', () => {
  test('answers where the newest rendering is, until when, and of which version of the order', async () => {
    const pdf = anInvoiceNote({ key: 'tenant-sample/orders/order_1_v3.pdf', orderVersion: 3 });
    const order = invoiced({ pdf, version: 4 });

    const { statusCode, answer } = await getInvoice(getDeps(order).deps);

    expect(statusCode).toBe(200);
    expect(answer.data).toEqual({
      url: 'https://s3.example.com/tenant-sample/orders/order_1_v3.pdf?signed',
      expiresAt: '2026-11-20T10:05:00.000Z',
      orderVersion: 3,
    });
  });

  test.each([
    ['recorded without an invoice yet', aRecordedOrder()],
    ['accepted only', anAcceptedOrder()],
  ])('says when to try again while the order is %s', async (_, order) => {
    const { statusCode, headers, answer } = await getInvoice(getDeps(order).deps);

    expect({ statusCode, code: answer.code }).toEqual({
      statusCode: 409,
      code: 'INVOICE_NOT_READY',
    });
    expect(headers).toHaveProperty('Retry-After', '5');
  });

  test('says that a rejected order has none', async () => {
    const { statusCode, headers, answer } = await getInvoice(getDeps(aRejectedOrder()).deps);

    expect({ statusCode, code: answer.code }).toEqual({ statusCode: 409, code: 'ORDER_REJECTED' });
    expect(headers).not.toHaveProperty('Retry-After');
  });

  test('answers a foreign, a hidden and a missing order with the same bytes', async () => {
    const claims = { 'custom:tenantId': 'tenant-other', sub: 'user-other' };

    const foreign = await getInvoice(getDeps(invoiced()).deps, { claims });
    const hidden = await getInvoice(getDeps(invoiced({ active: false })).deps);
    const missing = await getInvoice(
      getDeps(invoiced(), { readOrder: async () => undefined }).deps,
    );

    expect(missing).toMatchObject({ statusCode: 404, answer: { code: 'ORDER_NOT_FOUND' } });
    expect([foreign, hidden]).toEqual([missing, missing]);
  });

  test('tells a foreign tenant nothing of a rejection either', async () => {
    const claims = { 'custom:tenantId': 'tenant-other', sub: 'user-other' };

    const { statusCode } = await getInvoice(getDeps(aRejectedOrder()).deps, { claims });

    expect(statusCode).toBe(404);
  });

  test('lets order-admin open any tenant’s invoice', async () => {
    const claims = {
      'custom:tenantId': 'tenant-other',
      sub: 'admin-sample',
      'cognito:groups': 'order-admin',
    };

    const { statusCode } = await getInvoice(getDeps(invoiced()).deps, { claims });

    expect(statusCode).toBe(200);
  });

  test('refuses what is no order id', async () => {
    const { statusCode, answer } = await getInvoice(getDeps(invoiced()).deps, {
      path: { orderId: '../orders' },
    });

    expect({ statusCode, path: answer.errors[0]?.path }).toEqual({
      statusCode: 400,
      path: '/orderId',
    });
  });

  test('writes neither address nor key into the log', async () => {
    const { deps, lines } = getDeps(invoiced());

    await getInvoice(deps);

    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`s3\\.example\\.com|${aLinkKey()}`));
  });
});
