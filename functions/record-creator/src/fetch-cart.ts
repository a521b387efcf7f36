/** Client of the Cart API (R-EVT-08). It is foreign: bounded in time and size, checked, and trusted in nothing. */
import { Cart } from '@bbws/domain/cart';
import type { TenantId } from '@bbws/domain/identifiers';
import { whereInvalid } from '@bbws/domain/parse';
import type { Metrics } from '@bbws/lambda/metrics';
import * as v from 'valibot';
import { askCartApi, type Answer, type AskDeps } from './ask-cart-api.ts';
import { CartApiError } from './cart-api-error.ts';

export type CartClientDeps = AskDeps & {
  /** Address of the Cart API, without `/carts`. */
  readonly url: string;
  /** A number from 0 to 1. */
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly metrics: Pick<Metrics, 'count' | 'duration'>;
};

const attempts = 3;
/** Longest pause before the second attempt, in milliseconds; doubles for the third. */
const longestPause = 200;

/**
 * A function that gives the cart, or `undefined` when the Cart API knows none of that id; call this once, outside the
 * handler. Repeats on 5xx and network faults only. Counts `CartsFound`, `CartsUnknown` or `CartFaults` per call. Throws
 * `CartApiError`, or what `fetch` threw last.
 */
export const fetchCart = (deps: CartClientDeps) => {
  const ask = askCartApi(deps);
  return async (tenantId: TenantId, cartId: string): Promise<Cart | undefined> => {
    const url = new URL(`${deps.url}/carts/${encodeURIComponent(cartId)}`);
    url.searchParams.set('tenantId', tenantId);
    try {
      const cart = cartIn(await answered(deps, () => ask(url)));
      deps.metrics.count(cart ? 'CartsFound' : 'CartsUnknown');
      return cart;
    } catch (error) {
      deps.metrics.count('CartFaults');
      throw error;
    }
  };
};

/** The first answer that is not a fault of the other side or of the network. */
const answered = async (
  { random, sleep }: CartClientDeps,
  ask: () => Promise<Answer>,
): Promise<Answer> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await ask();
      if (answer.status < 500 || attempt === attempts) return answer;
    } catch (error) {
      if (error instanceof CartApiError || attempt === attempts) throw error;
    }
    await sleep(random() * longestPause * 2 ** (attempt - 1));
  }
};

const cartIn = ({ status, text }: Answer): Cart | undefined => {
  if (status === 404 || status === 410) return undefined;
  if (status !== 200)
    throw new CartApiError(`HTTP_${String(status)}`, `The Cart API answered ${String(status)}`);
  const cart = v.safeParse(v.pipe(v.string(), v.parseJson(), Cart), text);
  if (cart.success) return cart.output;
  throw new CartApiError(
    'NOT_A_CART',
    `The Cart API's answer is not a cart: ${whereInvalid(cart.issues)}`,
  );
};
