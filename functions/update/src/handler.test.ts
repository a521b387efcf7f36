import { describe, expect, test } from '@jest/globals';
import { aRecordedOrder, anAcceptedOrder, sampleOrderId } from '@bbws/domain/testing/builders';
import type { OrderEvent } from '@bbws/domain/order-event';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { OrderChange } from '@bbws/dynamo/update-order';
import { parseAnswer } from '@bbws/lambda/testing/api-answer';
import { gatewayEvent, type GatewayCall } from '@bbws/lambda/testing/gateway-event';
import { observedLog, observedMetrics } from '@bbws/lambda/testing/observed';
import { makeHandler, type Deps } from './handler.ts';

/** A table with one order of tenant-sample, and what was done to it. */
const updateDeps = (
  order: StoredOrder['order'] = aRecordedOrder(),
  changes: Partial<Deps> = {},
) => {
  const written: OrderChange[] = [];
  const published: OrderEvent[] = [];
  const removed: OrderEvent[] = [];
  const deps: Deps = {
    log: observedLog().log,
    metrics: observedMetrics().metrics,
    allowedOrigins: [],
    permissions: [],
    readOrder: async (tenantId, id) =>
      tenantId === order.tenantId && id === order.id ? { order, outbox: [] } : undefined,
    updateOrder: async (change) => {
      written.push(change);
      const { status, version } = change.change;
      return { order: aRecordedOrder({ status, version }), outbox: [] };
    },
    isWriter: async () => true,
    publish: async (event) => void published.push(event),
    removeFromOutbox: async (event) => void removed.push(event),
    makeOutboxDue: async () => undefined,
    newId: () => '22222222-2222-4222-8222-222222222222',
    now: () => new Date('2026-11-20T10:00:00.000Z'),
    ...changes,
  };
  return { deps, written, published, removed };
};

const put = async (deps: Deps, call: Partial<GatewayCall> = {}) => {
  const { statusCode, headers, body } = await makeHandler(deps)(
    gatewayEvent({
      method: 'PUT',
      resource: '/v1.0/orders/{orderId}',
      path: { orderId: sampleOrderId },
      body: { status: 'paid' },
      ...call,
    }),
  );
  return { statusCode, headers, answer: parseAnswer(body) };
};

describe('PUT /v1.0/orders/{orderId}', () => {
  test('answers the changed order with its new entity tag', async () => {
    const { deps } = updateDeps();

    const { statusCode, headers, answer } = await put(deps);

    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ ETag: '"3"' });
    expect(answer.data).toMatchObject({ status: 'paid', version: 3, total: 250 });
  });

  test('writes who changed what, and the event with it', async () => {
    const { deps, written } = updateDeps();

    await put(deps);

    expect(written).toMatchObject([
      {
        change: {
          ...{ status: 'paid', by: 'user-sample', version: 3, at: '2026-11-20T10:00:00.000Z' },
          paymentChanged: true,
        },
        event: { type: 'order.status-changed', orderVersion: 3, paymentChanged: true },
      },
    ]);
    expect(written[0]?.event.id).toBe(written[0]?.change.writeId);
  });

  test('publishes the event and takes it out of the outbox', async () => {
    const { deps, written, published, removed } = updateDeps();

    await put(deps);

    expect(published).toEqual([written[0]?.event]);
    expect(removed).toEqual(published);
  });

  test('answers 200 also when the publication fails', async () => {
    const { deps, removed } = updateDeps(aRecordedOrder(), {
      publish: async () => Promise.reject(new Error('away')),
    });

    const { statusCode } = await put(deps);

    expect(statusCode).toBe(200);
    expect(removed).toEqual([]);
  });

  test('changes nothing when the order is so already', async () => {
    const { deps, written, published } = updateDeps(aRecordedOrder({ status: 'paid', version: 3 }));

    const { statusCode, headers } = await put(deps);

    expect({ statusCode, etag: headers['ETag'] }).toEqual({ statusCode: 200, etag: '"3"' });
    expect([...written, ...published]).toEqual([]);
  });
});

describe('PUT /v1.0/orders/{orderId} refuses', () => {
  const refusal = async (deps: Deps, call: Partial<GatewayCall> = {}) => {
    const { statusCode, answer } = await put(deps, call);
    return `${statusCode} ${answer.code}`;
  };

  test.each([
    ['an empty body', {}],
    ['an unknown field', { status: 'paid', total: 1 }],
    ['an unknown status', { status: 'lost' }],
    ['half a payment', { paymentDetails: { method: 'EFT' } }],
  ])('%s, before it reads anything', async (_, body) => {
    const { deps } = updateDeps(aRecordedOrder(), {
      readOrder: async () => Promise.reject(new Error('read')),
    });

    expect(await refusal(deps, { body })).toBe('400 INVALID_REQUEST');
  });

  test('a caller whose groups may not set the status, before it reads anything', async () => {
    const { deps } = updateDeps(aRecordedOrder(), {
      permissions: [{ group: 'finance', statuses: ['refunded'] }],
      readOrder: async () => Promise.reject(new Error('read')),
    });

    expect(await refusal(deps)).toBe('403 STATUS_NOT_PERMITTED');
  });

  test('payment details beside a status that the caller may set', async () => {
    const { deps } = updateDeps(aRecordedOrder({ status: 'paid' }), {
      permissions: [{ group: 'packers', statuses: ['processing'] }],
    });
    const claims = { 'custom:tenantId': 'tenant-sample', sub: 'x', 'cognito:groups': 'packers' };
    const paymentDetails = { method: 'EFT', transactionId: 'tx', paidAt: '2026-11-20T10:00:00Z' };

    const body = { status: 'processing', paymentDetails };
    const { statusCode, answer } = await put(deps, { claims, body });

    expect({ statusCode, code: answer.code }).toEqual({
      statusCode: 403,
      code: 'STATUS_NOT_PERMITTED',
    });
    expect(answer.detail).toMatch(/^Payment details need a group that may set paid\. /);
  });

  test('payment details from a caller who may not say that an order is paid', async () => {
    const { deps } = updateDeps(aRecordedOrder(), {
      permissions: [{ group: 'packers', statuses: ['processing'] }],
    });
    const body = {
      paymentDetails: { method: 'EFT', transactionId: 'tx', paidAt: '2026-11-20T10:00:00Z' },
    };

    expect(await refusal(deps, { body })).toBe('403 STATUS_NOT_PERMITTED');
  });

  test('an order of another tenant and a hidden one as missing', async () => {
    const { deps } = updateDeps();
    const hidden = updateDeps(aRecordedOrder({ active: false })).deps;
    const claims = { 'custom:tenantId': 'tenant-other', sub: 'x' };

    expect(await refusal(deps, { claims })).toBe('404 ORDER_NOT_FOUND');
    expect(await refusal(hidden)).toBe('404 ORDER_NOT_FOUND');
  });

  test.each(['"1"', 'W/"2"', '"1", "3"'])('a stale If-Match: %s', async (ifMatch) => {
    const { deps, written } = updateDeps();

    expect(await refusal(deps, { headers: { 'If-Match': ifMatch } })).toBe('412 VERSION_STALE');
    expect(written).toEqual([]);
  });

  test('a malformed If-Match', async () => {
    const { deps } = updateDeps();

    expect(await refusal(deps, { headers: { 'If-Match': '2' } })).toBe('400 INVALID_REQUEST');
  });

  test('a race lost inside the write: 412 with If-Match, 409 without', async () => {
    const { deps } = updateDeps(aRecordedOrder(), { updateOrder: async () => undefined });

    expect(await refusal(deps, { headers: { 'If-Match': '"2"' } })).toBe('412 VERSION_STALE');
    expect(await refusal(deps)).toBe('409 ORDER_CHANGED');
  });

  test('a move that the status does not allow', async () => {
    const { deps } = updateDeps(aRecordedOrder({ status: 'completed' }));

    expect(await refusal(deps)).toBe('409 STATUS_MOVE_FORBIDDEN');
  });

  test('an order that is not recorded yet, and says when to come back', async () => {
    const { deps } = updateDeps(anAcceptedOrder());

    const { statusCode, headers, answer } = await put(deps);

    expect({ statusCode, code: answer.code }).toEqual({
      statusCode: 409,
      code: 'ORDER_NOT_RECORDED',
    });
    expect(headers).toHaveProperty('Retry-After', '5');
  });
});

describe('PUT /v1.0/orders/{orderId} where another region writes', () => {
  const elsewhere = { isWriter: async () => false };
  const answerOf = async (order: StoredOrder['order'], call: Partial<GatewayCall> = {}) => {
    const { deps, written } = updateDeps(order, elsewhere);
    const { statusCode, headers, answer } = await put(deps, call);
    return { answer: `${statusCode} ${answer.code ?? ''}`.trim(), headers, written };
  };

  test('answers 503 and when to come back, and writes nothing', async () => {
    const { answer, headers, written } = await answerOf(aRecordedOrder());

    expect(answer).toBe('503 NOT_THE_WRITER');
    expect(headers).toMatchObject({ 'Retry-After': '30' });
    expect(written).toEqual([]);
  });

  test.each([
    ['what is wrong', aRecordedOrder(), { body: {} }, '400 INVALID_REQUEST'],
    ['what is hidden', aRecordedOrder({ active: false }), {}, '404 ORDER_NOT_FOUND'],
    ['what is stale', aRecordedOrder(), { headers: { 'If-Match': '"1"' } }, '412 VERSION_STALE'],
    ['what is so already', aRecordedOrder({ status: 'paid' }), {}, '200'],
    ['what is forbidden', aRecordedOrder({ status: 'failed' }), {}, '409 STATUS_MOVE_FORBIDDEN'],
    ['what is not recorded yet', anAcceptedOrder(), {}, '409 ORDER_NOT_RECORDED'],
  ])('answers %s as everywhere', async (_, order, call, expected) => {
    const { answer } = await answerOf(order, call);

    expect(answer).toBe(expected);
  });

  test('answers 500 when it cannot know which region writes', async () => {
    const { deps, written } = updateDeps(aRecordedOrder(), {
      isWriter: async () => Promise.reject(new Error('The table is away')),
    });

    const { statusCode } = await put(deps);

    expect(statusCode).toBe(500);
    expect(written).toEqual([]);
  });
});
