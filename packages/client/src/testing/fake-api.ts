/** An API that answers what a test tells it. */
import { makeOrderClient, type OrderClientOptions } from '../client.ts';
import type { Order } from '../types.ts';

type Answer = Response | Error | ((request: Request) => Response | Promise<Response>);

/** An answer of the service. */
export const success = (data: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json({ success: true, data }, { status, headers });

/** A problem document. */
export const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(
    JSON.stringify({
      type: `urn:bbws:order-service:error:${code}`,
      title: `Title of ${code}`,
      status,
      detail: `What to do about ${code}`,
      code,
      requestId: 'request-sample',
    }),
    { status, headers: { 'Content-Type': 'application/problem+json', ...headers } },
  );

/** A fetch that gives these answers, one after the other, and keeps what it was sent. */
export const fakeFetch = (answers: readonly Answer[]) => {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    request.signal.throwIfAborted();
    const answer = answers[requests.length];
    requests.push(request);
    if (answer === undefined) throw new Error(`A test sent ${requests.length} requests.`);
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer : answer(request);
  };
  return { fetch, requests };
};

/** A client of a fake API. Its pauses take no time but are kept, in ms, and have no jitter. */
export const fakeClient = (
  answers: readonly Answer[],
  changes: Partial<Omit<OrderClientOptions, 'fetch'>> = {},
) => {
  const { fetch, requests } = fakeFetch(answers);
  const pauses: number[] = [];
  const client = makeOrderClient({
    baseUrl: 'https://api.example.com',
    token: () => 'token-sample',
    fetch,
    random: () => 1,
    sleep: async (ms) => {
      pauses.push(ms);
    },
    ...changes,
  });
  return { client, requests, pauses };
};

export const orderId = '0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11';

/** An order that was just accepted; the person in it is invented. */
export const anAcceptedOrder = (changes: Partial<Order> = {}): Order => ({
  id: orderId,
  orderNumber: 'ORD-20261120-00001',
  tenantId: 'tenant-demo',
  stage: 'accepted',
  status: 'pending',
  customerEmail: 'thandi.sample@example.com',
  cartId: 'cart-campaign',
  billingAddress: {
    street: '1 Example Street',
    city: 'Cape Town',
    province: 'Western Cape',
    postalCode: '8001',
    country: 'ZA',
  },
  items: [],
  subtotal: null,
  discount: null,
  shipping: null,
  tax: null,
  total: null,
  currency: null,
  invoiceReady: false,
  version: 1,
  statusHistory: [],
  dateCreated: '2026-11-20T09:30:00.000Z',
  dateLastUpdated: '2026-11-20T09:30:00.000Z',
  lastUpdatedBy: 'user-demo',
  ...changes,
});

export const aRecordedOrder = (changes: Partial<Order> = {}): Order =>
  anAcceptedOrder({
    stage: 'recorded',
    subtotal: 189.5,
    discount: 0,
    shipping: 0,
    tax: 28.43,
    total: 217.93,
    currency: 'ZAR',
    version: 2,
    ...changes,
  });
