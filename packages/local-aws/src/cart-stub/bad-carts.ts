/** The bad carts of the stub, by id: what a Cart API can do wrong. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { makeCart, type Cart } from './cart.ts';
import { cartOfLines } from './sample-carts.ts';

export type CartCall = {
  readonly cartId: string;
  readonly tenantId: string;
  /** How often this cart was asked for by this tenant, this call included. */
  readonly attempt: number;
  readonly response: ServerResponse;
  /** Aborted when the stub closes. */
  readonly signal: AbortSignal;
};

type Behaviour = (call: CartCall) => void | Promise<void>;

const flakyFailures = 2;
const slowMs = 5_000;

export const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const goodCart = (call: CartCall): Cart => makeCart(call, cartOfLines(3));

/** Answers a good cart with some of it changed. */
const sends =
  (change: (cart: Cart, call: CartCall) => unknown): Behaviour =>
  (call) =>
    sendJson(call.response, 200, change(goodCart(call), call));

const fails: Behaviour = ({ response }) =>
  sendJson(response, 500, { message: 'Internal server error' });

export const badCarts: ReadonlyMap<string, Behaviour> = new Map<string, Behaviour>([
  ['cart-wrong-sums', sends((cart) => ({ ...cart, total: cart.subtotal }))],
  [
    'cart-wrong-line-sums',
    sends((cart) => ({
      ...cart,
      items: cart.items.map((line) => ({ ...line, quantity: line.quantity + 1 })),
    })),
  ],
  ['cart-other-tenant', sends((cart) => ({ ...cart, tenantId: 'tenant-somebody-else' }))],
  ['cart-no-lines', sends((_, call) => makeCart(call, { lines: [] }))],
  ['cart-101-lines', sends((_, call) => makeCart(call, cartOfLines(101)))],
  ['cart-huge', sends((cart) => ({ ...cart, note: 'x'.repeat(1_100_000) }))],
  [
    'cart-broken-json',
    ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"cartId": "cart-br');
    },
  ],
  [
    'cart-redirect',
    ({ response }) => {
      response.writeHead(302, { location: '/carts/cart-rooibos' }).end();
    },
  ],
  ['cart-error', fails],
  ['cart-flaky', (call) => (call.attempt <= flakyFailures ? fails : sends((cart) => cart))(call)],
  [
    'cart-slow',
    async (call) => {
      await delay(slowMs, undefined, { signal: call.signal });
      sendJson(call.response, 200, goodCart(call));
    },
  ],
  [
    'cart-hangs-up',
    ({ response }) => {
      response.destroy();
    },
  ],
]);
