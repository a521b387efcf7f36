/** Client of the Cart API (R-EVT-08). It is foreign: bounded in time and size, checked, and trusted in nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Cart } from '@bbws/domain/cart';
import type { TenantId } from '@bbws/domain/identifiers';
import { whereInvalid } from '@bbws/domain/parse';
import * as v from 'valibot';

export type CartClientDeps = {
  /** Address of the Cart API, without `/carts`. */
  readonly url: string;
  readonly fetch: typeof fetch;
  /** A number from 0 to 1. */
  readonly random: () => number;
};

/** The Cart API did not answer as agreed. A later attempt may succeed. */
class CartApiError extends Error {
  override readonly name = 'CartApiError';
}

/** Longest time for one answer, in milliseconds. */
const timeout = 2_000;
/** Longest answer in characters: a hundred lines have about 30,000. */
const largestAnswer = 512 * 1024;
const attempts = 3;
/** Longest pause before the second attempt, in milliseconds; doubles for the third. */
const longestPause = 200;

/**
 * The cart, or `undefined` when the Cart API knows none of that id. Repeats on 5xx and network faults only. Throws
 * `CartApiError`, or what `fetch` threw last.
 */
export const fetchCart =
  (deps: CartClientDeps) =>
  async (tenantId: TenantId, cartId: string): Promise<Cart | undefined> => {
    const url = new URL(`${deps.url}/carts/${encodeURIComponent(cartId)}`);
    url.searchParams.set('tenantId', tenantId);
    const response = await answered(deps, url);
    if (response.status === 404 || response.status === 410) return undefined;
    if (response.status !== 200)
      throw new CartApiError(`The Cart API answered ${String(response.status)}`);
    return parseCart(response.text);
  };

type Answer = { readonly status: number; readonly text: string };

/** The first answer that is not a fault of the other side or of the network. */
const answered = async (deps: CartClientDeps, url: URL): Promise<Answer> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await ask(deps, url);
      if (answer.status < 500 || attempt === attempts) return answer;
    } catch (error) {
      if (error instanceof CartApiError || attempt === attempts) throw error;
    }
    await sleep(deps.random() * longestPause * 2 ** (attempt - 1));
  }
};

const ask = async ({ fetch }: CartClientDeps, url: URL): Promise<Answer> => {
  const response = await fetch(url, {
    // A redirect could lead anywhere: it is an answer like any other, and not 200.
    redirect: 'manual',
    headers: { Accept: 'application/json' },
    // Covers the body as well.
    signal: AbortSignal.timeout(timeout),
  });
  return { status: response.status, text: await boundedText(response) };
};

const boundedText = async ({ body }: Response): Promise<string> => {
  let text = '';
  if (!body) return text;
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (text.length > largestAnswer)
      throw new CartApiError(`The Cart API answered more than ${String(largestAnswer)} characters`);
  }
  return text;
};

const parseCart = (text: string): Cart => {
  const cart = v.safeParse(v.pipe(v.string(), v.parseJson(), Cart), text);
  if (cart.success) return cart.output;
  throw new CartApiError(`The Cart API's answer is not a cart: ${whereInvalid(cart.issues)}`);
};
