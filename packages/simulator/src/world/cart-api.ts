/** The Cart API of the simulation: a cart for every id, some of them bad, and the plan's faults on the way to it. */
import { makeCart } from '@bbws/local-aws/cart-stub/cart';
import { cartOfLines } from '@bbws/local-aws/cart-stub/sample-carts';
import type { FaultPlan } from '../faults/fault.ts';
import { never, suffer } from '../faults/suffer.ts';
import type { Activity } from './activity.ts';
import type { History } from './history.ts';
import { presentInvocation, type Invocation } from './invocation.ts';
import type { Turnstile } from './turnstile.ts';
import type { VirtualClock } from './virtual-clock.ts';

export type CartApiDeps = {
  readonly clock: VirtualClock;
  readonly turnstile: Turnstile;
  /** When the simulation began, in ms since 1970. */
  readonly start: number;
  readonly activity: Activity;
  readonly history: History;
  readonly plan: FaultPlan;
  readonly occurrences: Map<string, number>;
};

/** Beginnings of the ids of bad carts; every other id has a good cart of one to four lines. */
export const badCart = {
  /** The Cart API knows none. */
  unknown: 'cart-unknown-',
  /** Its sums do not add up. */
  wrongSums: 'cart-wrong-sums-',
  /** Unknown until so many milliseconds of the simulation are over. */
  lateBy: (milliseconds: number) => `cart-late-${milliseconds}-`,
} as const;

const isUnknown = (cartId: string, over: number): boolean => {
  const [, late] = /^cart-late-(\d+)-/.exec(cartId) ?? [];
  return cartId.startsWith(badCart.unknown) || Number(late ?? 0) > over;
};

/**
 * True when an order of that cart is rightly rejected.
 * @param over milliseconds of the simulation that are over
 */
export const isBadCart = (cartId: string, over: number): boolean =>
  isUnknown(cartId, over) || cartId.startsWith(badCart.wrongSums);

/** @param over milliseconds of the simulation that are over */
const answerFor = (cartId: string, tenantId: string, over: number): Response => {
  if (isUnknown(cartId, over)) return Response.json({ message: 'none' }, { status: 404 });
  const lines = 1 + ((cartId.codePointAt(cartId.length - 1) ?? 0) % 4);
  const cart = makeCart({ cartId, tenantId }, cartOfLines(lines));
  return Response.json(
    cartId.startsWith(badCart.wrongSums) ? { ...cart, total: cart.total + 1 } : cart,
  );
};

type Attempts = { readonly occurrence: number; readonly made: number };

/**
 * Numbers requests as the SDK's are: those that an invocation makes for one cart are the attempts of one call, which fails as
 * a whole when each of them does.
 */
const makeNumbering = (occurrences: Map<string, number>) => {
  const calls = new WeakMap<Invocation, Map<string, Attempts>>();
  return (invocation: Invocation, cart: string) => {
    const own = calls.get(invocation) ?? new Map<string, Attempts>();
    calls.set(invocation, own);
    const name = `FetchCart ${cart}`;
    const occurrence = own.get(cart)?.occurrence ?? (occurrences.get(name) ?? 0) + 1;
    const attempt = (own.get(cart)?.made ?? 0) + 1;
    occurrences.set(name, occurrence);
    own.set(cart, { occurrence, made: attempt });
    return { occurrence, attempt };
  };
};

/** Stands in for `fetch`. */
export const makeCartApi = (deps: CartApiDeps): typeof fetch => {
  const { clock, start, activity, history, plan, turnstile } = deps;
  const numbersOf = makeNumbering(deps.occurrences);
  return async (input, init) => {
    const invocation = presentInvocation();
    if (invocation.isDead()) return never();
    const response = await activity.during(async (work) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const cartId = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
      const tenantId = url.searchParams.get('tenantId') ?? '';
      const { occurrence, attempt } = numbersOf(invocation, `${tenantId} ${cartId}`);
      const call = {
        functionName: invocation.functionName,
        operation: 'FetchCart',
        subject: cartId,
        occurrence,
        attempt,
      };
      const name = `FetchCart ${tenantId} ${cartId} ${occurrence} ${attempt}`;
      await work.exceptDuring(() => turnstile.pass(name));
      const fault = plan(call, clock.now());
      const record = (took: boolean, answered: boolean) =>
        history.addCall({
          ...call,
          tenantId,
          at: clock.now(),
          invocation: invocation.id,
          fault: fault?.kind,
          took,
          answered,
        });
      const refusal = () => new TypeError('fetch failed');
      return Promise.race([
        suffer({ clock, activity, work, invocation, record, refusal }, fault, () =>
          Promise.resolve(answerFor(cartId, tenantId, clock.now() - start)),
        ),
        invocation.death.then(() => Response.error()),
        abortOf(init?.signal),
      ]);
    });
    return invocation.isDead() ? never() : response;
  };
};

/** Rejects when the signal aborts. */
const abortOf = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'TimeoutError')));
  });
