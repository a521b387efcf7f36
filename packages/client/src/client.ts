/** Puts the client together. */
import createClient from 'openapi-fetch';
import { authorized, type TokenSource } from './authorize.ts';
import type { paths } from './generated/api.ts';
import { jsonAnswers } from './json-answers.ts';
import { makeCreateOrder } from './operations/create-order.ts';
import { makeGetInvoice } from './operations/get-invoice.ts';
import { makeGetOrder } from './operations/get-order.ts';
import { makeHealth } from './operations/health.ts';
import { makeListOrders } from './operations/list-orders.ts';
import { makeOrders } from './operations/orders.ts';
import { makeUpdateOrder } from './operations/update-order.ts';
import { makeWaitUntilRecorded } from './operations/wait-until-recorded.ts';
import type { OrderClient } from './order-client.ts';
import { retryPolicy, type RetryPolicy } from './retry-policy.ts';
import { retrying } from './retry.ts';
import type { Send } from './send.ts';
import { sleep as sleepFor, type Sleep } from './sleep.ts';

export type OrderClientOptions = {
  /** Where the API is, such as `https://api.example.com`; without the version. */
  readonly baseUrl: string;
  readonly token: TokenSource;
  /** The global one when missing. */
  readonly fetch?: Send;
  readonly retry?: Partial<RetryPolicy>;
  readonly sleep?: Sleep;
  /** Spreads the pauses; gives [0, 1). Math.random when missing. */
  readonly random?: () => number;
  /** Makes idempotency keys. A random UUID when missing, which browsers make only on https and localhost. */
  readonly newKey?: () => string;
};

/** A client of the Order API, for browsers and Node.js from 20 on. */
export const makeOrderClient = ({
  baseUrl,
  token,
  // Looked up at every call: a portal may instrument it after this.
  fetch: send = (request) => globalThis.fetch(request),
  retry = {},
  sleep = sleepFor,
  random = Math.random,
  newKey = () => crypto.randomUUID(),
}: OrderClientOptions): OrderClient => {
  const repeated = retrying({ send, policy: retryPolicy(retry), sleep, random });
  const api = createClient<paths>({ baseUrl, fetch: authorized(token, jsonAnswers(repeated)) });
  const publicApi = createClient<paths>({ baseUrl, fetch: jsonAnswers(send) });

  const getOrder = makeGetOrder(api);
  const listOrders = makeListOrders(api);
  return {
    createOrder: makeCreateOrder(api, newKey),
    getOrder,
    updateOrder: makeUpdateOrder(api),
    listOrders,
    orders: makeOrders(listOrders),
    getInvoice: makeGetInvoice(api),
    waitUntilRecorded: makeWaitUntilRecorded({ getOrder, sleep, random }),
    health: makeHealth(publicApi),
  };
};
