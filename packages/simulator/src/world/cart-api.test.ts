import { Cart, checkCart } from '@bbws/domain/cart';
import { aTenantId } from '@bbws/domain/testing/builders';
import { cartClient } from '@bbws/record-creator/testing/cart-client';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { planOf, type SingleFault } from '../exhaustive/single-faults.ts';
import { noFaults, type FaultPlan } from '../faults/fault.ts';
import { start } from '../testing/records.ts';
import { turns, watch } from '../testing/turns.ts';
import { badCart, isBadCart, makeCartApi } from './cart-api.ts';
import { makeInvocation, runIn } from './invocation.ts';
import { makeStage } from './stage.ts';
import { openTurnstile } from './turnstile.ts';

const addressOf = (cartId: string) =>
  `http://cart.example.com/carts/${cartId}?tenantId=tenant-sample`;

/** record-creator, and the way to the Cart API. */
const aCaller = (plan: FaultPlan = noFaults) => {
  const stage = makeStage(start, openTurnstile);
  const fetch = makeCartApi({ ...stage, plan });
  const invocation = makeInvocation(1, 'record-creator');
  return {
    ...stage,
    invocation,
    ask: (cartId: string, signal?: AbortSignal) =>
      runIn(invocation, () => fetch(addressOf(cartId), signal && { signal })),
    /** From another invocation. */
    askAgain: (cartId: string) =>
      runIn(makeInvocation(2, 'record-creator'), () => fetch(addressOf(cartId))),
  };
};

const checked = async (response: Response, cartId: string) =>
  checkCart(v.parse(Cart, await response.json()), { tenantId: aTenantId(), cartId });

describe('the Cart API of a simulation', () => {
  test('knows a good cart of every id', async () => {
    const { ask } = aCaller();

    expect(await checked(await ask('cart-order-1'), 'cart-order-1')).toMatchObject({ ok: true });
  });

  test('knows none of some ids, and has wrong sums for others', async () => {
    const { ask } = aCaller();
    const wrong = `${badCart.wrongSums}order-1`;

    expect((await ask(`${badCart.unknown}order-1`)).status).toBe(404);
    expect(await checked(await ask(wrong), wrong)).toMatchObject({ ok: false });
  });

  test('has bad carts, which an order is rightly rejected for', () => {
    const late = `${badCart.lateBy(60_000)}order-1`;

    expect(isBadCart(`${badCart.unknown}order-1`, 60_000)).toBe(true);
    expect(isBadCart(`${badCart.wrongSums}order-1`, 60_000)).toBe(true);
    expect([isBadCart(late, 59_999), isBadCart(late, 60_000)]).toEqual([true, false]);
    expect(isBadCart('cart-order-1', 0)).toBe(false);
  });

  test('is asked in the sight of plan and history', async () => {
    const { ask, history } = aCaller(({ attempt }) =>
      attempt === 1 ? { kind: 'error-before' } : undefined,
    );

    await expect(ask('cart-order-1')).rejects.toMatchObject({ name: 'TimeoutError' });
    expect((await ask('cart-order-1')).status).toBe(200);

    const call = {
      functionName: 'record-creator',
      operation: 'FetchCart',
      subject: 'cart-order-1',
    };
    expect(history.calls).toMatchObject([
      { ...call, attempt: 1, fault: 'error-before', took: false },
      { ...call, attempt: 2, tenantId: 'tenant-sample', took: true, answered: true },
    ]);
  });

  test('takes the requests of an invocation for one cart for attempts of one call', async () => {
    const { ask, askAgain, history } = aCaller();

    await ask('cart-order-1');
    await ask('cart-order-1');
    await ask('cart-order-2');
    await askAgain('cart-order-1');

    expect(
      history.calls.map(({ subject, occurrence, attempt }) => [subject, occurrence, attempt]),
    ).toEqual([
      ['cart-order-1', 1, 1],
      ['cart-order-1', 1, 2],
      ['cart-order-2', 1, 1],
      ['cart-order-1', 2, 1],
    ]);
  });

  test('fails a whole call of its client when a fault hits every attempt', async () => {
    const stage = makeStage(start, openTurnstile);
    const fault: SingleFault = {
      functionName: 'record-creator',
      operation: 'FetchCart',
      about: 'cart',
      occurrence: 1,
      kind: 'error-before',
      attempts: 'every',
    };
    const plan = planOf(() => ({ about: 'cart', faults: [fault] }));
    const client = cartClient('http://cart.example.com', {
      fetch: makeCartApi({ ...stage, plan }),
    });
    const askIn = (id: number) =>
      runIn(makeInvocation(id, 'record-creator'), () => client.fetchOne('cart-order-1'));

    await expect(askIn(1)).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(stage.history.calls.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    await expect(askIn(2)).resolves.toMatchObject({ cartId: 'cart-order-1' });
  });

  test('is asked by request or by address', async () => {
    const stage = makeStage(start, openTurnstile);
    const fetch = makeCartApi({ ...stage, plan: noFaults });
    const request = new Request('http://cart.example.com/carts/cart-1');

    await runIn(makeInvocation(1, 'record-creator'), () => fetch(request));

    expect(stage.history.calls).toMatchObject([{ subject: 'cart-1', tenantId: '' }]);
  });

  test('refuses the connection when it is throttled', async () => {
    const { ask } = aCaller(() => ({ kind: 'throttle' }));

    await expect(ask('cart-order-1')).rejects.toThrow('fetch failed');
  });

  test('answers nobody who waits no longer', async () => {
    const { activity, ask, clock } = aCaller(() => ({ kind: 'delay', milliseconds: 60_000 }));
    const timeout = new AbortController();
    const asked = ask('cart-order-1', timeout.signal);
    await activity.settled();

    timeout.abort();

    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
    clock.moveTo(start + 60_000);
    await expect(activity.settled()).resolves.toBeUndefined();
  });
});

describe('a process that has ended', () => {
  test('hears no answer', async () => {
    const { activity, ask, invocation } = aCaller(() => ({ kind: 'delay', milliseconds: 60_000 }));

    const asked = watch(ask('cart-order-1'));
    invocation.die();
    await activity.settled();
    await turns();

    expect(asked.isSettled()).toBe(false);
  });

  test('asks nothing', async () => {
    const { ask, history, invocation } = aCaller();
    invocation.die();

    const asked = watch(ask('cart-order-1'));
    await turns();

    expect(asked.isSettled()).toBe(false);
    expect(history.calls).toEqual([]);
  });
});
