import { sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { start } from '../testing/records.ts';
import type { FunctionName } from '../world/functions.ts';
import type { Invoked } from '../world/lambda.ts';
import { makeStage } from '../world/stage.ts';
import { openTurnstile } from '../world/turnstile.ts';
import { visit, type Change, type Wish } from './portal.ts';

const aWish = (...changes: Change[]): Wish => ({
  tenantId: 'tenant-sample',
  key: 'order-1',
  cartId: 'cart-order-1',
  customerEmail: 'customer-1@example.com',
  at: start + 60_000,
  changes,
});
const pay: Change = { status: 'paid', after: 120_000 };

const answer = (statusCode: number, body: object): Invoked => ({
  outcome: 'answered',
  payload: { statusCode, body: JSON.stringify(body) },
});
const data = (fields: object) => ({ success: true, data: fields });
const problem = (code: string) => ({ success: false, code });
const accepted = answer(
  202,
  data({ orderId: sampleOrderId, orderNumber: 'ORD-20261120-00001', status: 'pending' }),
);
const changed = answer(200, data({ version: 3, status: 'paid' }));
const died: Invoked = { outcome: 'died' };

/** Lets somebody visit an API that answers so, one request after the other, and then the last again and again. */
const visited = async (wish: Wish, ...answers: readonly Invoked[]) => {
  const stage = makeStage(start, openTurnstile);
  const requests: { at: number; name: FunctionName; event: unknown; about: unknown }[] = [];
  void visit(
    {
      ...stage,
      lambda: {
        invoke: async (name, event, { about } = {}) => {
          requests.push({ at: stage.clock.now() - start, name, event, about });
          return answers[requests.length - 1] ?? answers.at(-1) ?? died;
        },
      },
    },
    wish,
  );
  await stage.runUntil(start + 7_200_000);
  return { ...stage, requests, times: requests.map(({ at }) => at) };
};

describe('a visitor of the portal', () => {
  test('places an order when it is time, under its key', async () => {
    const { history, requests } = await visited(aWish(), accepted);

    expect(requests).toMatchObject([
      {
        at: 60_000,
        name: 'create',
        about: 'order-1',
        event: {
          headers: { 'idempotency-key': 'order-1' },
          body: expect.stringContaining('cart-order-1'),
          requestContext: { authorizer: { claims: { 'custom:tenantId': 'tenant-sample' } } },
        },
      },
    ]);
    expect(history.answers).toEqual([
      {
        at: start + 60_000,
        operation: 'create',
        tenantId: 'tenant-sample',
        orderId: sampleOrderId,
        key: 'order-1',
        orderNumber: 'ORD-20261120-00001',
      },
    ]);
  });

  test('changes the order later, and remembers what was answered', async () => {
    const { history, requests } = await visited(aWish(pay), accepted, changed);

    expect(requests.at(1)).toMatchObject({
      at: 180_000,
      name: 'update',
      event: {
        pathParameters: { orderId: sampleOrderId },
        body: expect.stringMatching(/"status":"paid".*"transactionId":"transaction-order-1"/),
      },
    });
    expect(history.answers.at(1)).toMatchObject({
      operation: 'update',
      orderId: sampleOrderId,
      version: 3,
      orderStatus: 'paid',
      paymentDetails: { transactionId: 'transaction-order-1' },
    });
    expect([...history.statuses]).toEqual([
      [202, 1],
      [200, 1],
    ]);
  });

  test.each([
    ['no answer', died],
    ['a failure', { outcome: 'failed' } as const],
    ['a fault of the service', answer(503, problem('NOT_THE_WRITER'))],
    ['an order that is not recorded yet', answer(409, problem('ORDER_NOT_RECORDED'))],
    ['a lost race', answer(409, problem('ORDER_CHANGED'))],
  ])('tries the same again after %s, with growing pauses', async (_, passing) => {
    const { history, requests, times } = await visited(
      aWish(),
      passing,
      passing,
      passing,
      accepted,
    );

    expect(times).toEqual([60_000, 61_000, 63_000, 67_000]);
    expect(new Set(requests.map(({ event }) => event)).size).toBe(1);
    expect(history.answers).toHaveLength(1);
  });

  test('never waits longer than a minute, and never gives up', async () => {
    const { history, times } = await visited(aWish(pay), died);

    expect(times.at(-1)).toBeGreaterThan(7_200_000 - 60_000);
    expect((times.at(-1) ?? 0) - (times.at(-2) ?? 0)).toBe(60_000);
    expect(history.answers).toEqual([]);
  });

  test('is known by what it came for, answered or not', async () => {
    const { history } = await visited(aWish(pay), died);

    expect(history.wishes).toEqual([
      { tenantId: 'tenant-sample', key: 'order-1', cartId: 'cart-order-1', statuses: ['paid'] },
    ]);
  });

  test('takes a refusal for an answer, and does nothing more', async () => {
    const { history, requests } = await visited(aWish(pay), answer(422, problem('INVALID')));

    expect(requests).toHaveLength(1);
    expect(history.answers).toEqual([]);
  });

  test('makes no further change when one is refused', async () => {
    const ship: Change = { status: 'processing', after: 1_000 };
    const refused = answer(409, problem('STATUS_MOVE_FORBIDDEN'));

    const { requests } = await visited(aWish(pay, ship), accepted, refused);

    expect(requests.map(({ name }) => name)).toEqual(['create', 'update']);
  });
});
