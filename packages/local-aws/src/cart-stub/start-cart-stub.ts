/** The Cart API's stand-in: `GET /carts/{cartId}?tenantId=…`, with good carts and bad ones. */
import type { RequestListener } from 'node:http';
import { startHttpServer, type HttpServer } from '../http-server.ts';
import { badCarts, sendJson, type CartCall } from './bad-carts.ts';
import { makeCart } from './cart.ts';
import { sampleCarts } from './sample-carts.ts';

const answer = async (call: CartCall): Promise<void> => {
  const sample = sampleCarts.get(call.cartId);
  if (sample) {
    sendJson(call.response, 200, makeCart(call, sample));
    return;
  }
  const bad = badCarts.get(call.cartId);
  if (bad) return bad(call);
  sendJson(call.response, 404, { message: 'There is no such cart.' });
};

const makeListener = (signal: AbortSignal): RequestListener => {
  const attempts = new Map<string, number>();
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://cart');
    const [, cartId] = /^\/carts\/([^/]+)$/.exec(url.pathname) ?? [];
    const tenantId = url.searchParams.get('tenantId');
    if (request.method !== 'GET' || !cartId || !tenantId) {
      sendJson(response, 400, { message: 'Expected GET /carts/{cartId}?tenantId=…' });
      return;
    }
    const key = `${tenantId} ${cartId}`;
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    // The one failure there is, a closing stub's aborted delay, ends the connection.
    answer({ cartId, tenantId, attempt, response, signal }).catch(() => response.destroy());
  };
};

/** `port` 0 takes any free one. */
export const startCartStub = async (port = 0): Promise<HttpServer> => {
  const closing = new AbortController();
  const server = await startHttpServer('cart stub', port, makeListener(closing.signal));
  return {
    url: server.url,
    close: () => {
      closing.abort();
      return server.close();
    },
  };
};
