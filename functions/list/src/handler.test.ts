import { describe, expect, test } from '@jest/globals';
import { OrderId } from '@bbws/domain/identifiers';
import { sampleOrderId, sampleTime } from '@bbws/domain/testing/builders';
import type { OrderPage, OrderQuery } from '@bbws/dynamo/list-orders';
import { parseAnswer } from '@bbws/lambda/testing/api-answer';
import { gatewayEvent, type GatewayCall } from '@bbws/lambda/testing/gateway-event';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import * as v from 'valibot';
import { makeHandler } from './handler.ts';

const id = v.parse(OrderId, sampleOrderId);
const position = { dateCreated: sampleTime, id };
const summary = { id, orderNumber: 'ORD-20261120-00001', dateCreated: sampleTime } as const;
const emptyPage: OrderPage = { orders: [] };
const Pagination = v.object({ nextToken: v.string(), moreAvailable: v.boolean() });

/** Asks for a list that answers with `page`; gives the answer, and what was asked of the table. */
const list = async (page: OrderPage, call: Partial<GatewayCall> = {}) => {
  const queries: OrderQuery[] = [];
  const handler = makeHandler({
    log: observedLog().log,
    metrics: observedMetrics().metrics,
    allowedOrigins: [],
    timeZone: 'Africa/Johannesburg',
    listOrders: async (query) => {
      queries.push(query);
      return page;
    },
  });
  const { statusCode, body } = await handler(
    gatewayEvent({
      method: 'GET',
      resource: '/v1.0/tenants/{tenantId}/orders',
      path: { tenantId: 'tenant-sample' },
      ...call,
    }),
  );
  return { statusCode, answer: parseAnswer(body), queries };
};

describe('GET /v1.0/tenants/{tenantId}/orders', () => {
  test('answers orders with decimal totals, null while unknown', async () => {
    const { answer } = await list({
      orders: [
        { ...summary, status: 'paid', total: 25000, currency: 'ZAR' },
        { ...summary, status: 'pending' },
      ],
    });

    expect(answer.data['orders']).toEqual([
      { ...summary, status: 'paid', total: 250, currency: 'ZAR' },
      { ...summary, status: 'pending', total: null, currency: null },
    ]);
  });

  test('asks for fifty orders unless told otherwise', async () => {
    const { answer, queries } = await list(emptyPage);

    expect(queries).toMatchObject([{ tenantId: 'tenant-sample', pageSize: 50 }]);
    expect(answer.data['pagination']).toEqual({
      pageSize: 50,
      totalReturned: 0,
      nextToken: null,
      moreAvailable: false,
    });
  });

  test('goes on where the token of the last page says', async () => {
    const first = await list({ orders: [{ ...summary, status: 'paid' }], next: position });
    const { nextToken, moreAvailable } = v.parse(Pagination, first.answer.data['pagination']);

    const { queries } = await list(emptyPage, { query: { startAt: nextToken } });

    expect(moreAvailable).toBe(true);
    expect(queries).toMatchObject([{ after: position }]);
  });

  test('takes days as those of the business time zone, both included', async () => {
    const { queries } = await list(emptyPage, { query: { from: '2026-11-19', to: '2026-11-20' } });

    expect(queries).toMatchObject([
      { from: '2026-11-18T22:00:00.000Z', before: '2026-11-20T22:00:00.000Z' },
    ]);
  });

  test('refuses a token of another list', async () => {
    const { answer } = await list({ orders: [{ ...summary, status: 'paid' }], next: position });
    const { nextToken: startAt } = v.parse(Pagination, answer.data['pagination']);

    const other = await list(emptyPage, { query: { startAt, status: 'paid' } });

    expect({ status: other.statusCode, code: other.answer.code }).toEqual({
      status: 400,
      code: 'INVALID_PAGE_TOKEN',
    });
    expect(other.queries).toEqual([]);
  });

  test.each([
    ['a page of nothing', { pageSize: '0' }, '/pageSize'],
    ['a page of 101', { pageSize: '101' }, '/pageSize'],
    ['an unknown status', { status: 'lost' }, '/status'],
    ['30 February', { from: '2026-02-30' }, '/from'],
    ['an end before its beginning', { from: '2026-11-20', to: '2026-11-19' }, '/to'],
    ['a misspelt parameter', { pagesize: '10' }, '/pagesize'],
  ])('refuses %s', async (_, query, path) => {
    const { statusCode, answer } = await list(emptyPage, { query });

    expect({ statusCode, path: answer.errors[0]?.path }).toEqual({ statusCode: 400, path });
  });

  test('answers 403 for the tenant of somebody else', async () => {
    const { statusCode, answer, queries } = await list(emptyPage, {
      path: { tenantId: 'tenant-other' },
    });

    expect({ statusCode, code: answer.code }).toEqual({ statusCode: 403, code: 'TENANT_MISMATCH' });
    expect(queries).toEqual([]);
  });

  test('lets order-admin list any tenant', async () => {
    const { queries } = await list(emptyPage, {
      path: { tenantId: 'tenant-other' },
      claims: { 'custom:tenantId': 'tenant-sample', sub: 'x', 'cognito:groups': 'order-admin' },
    });

    expect(queries).toMatchObject([{ tenantId: 'tenant-other' }]);
  });

  test('does not let order-admin put anything else into a key', async () => {
    const { statusCode, queries } = await list(emptyPage, {
      path: { tenantId: 'tenant#other' },
      claims: { 'custom:tenantId': 'tenant-sample', sub: 'x', 'cognito:groups': 'order-admin' },
    });

    expect(statusCode).toBe(403);
    expect(queries).toEqual([]);
  });
});
