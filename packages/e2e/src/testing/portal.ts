/** The API as a portal of one tenant calls it. */
import { aCreateOrderRequest } from '@bbws/api/testing/requests';
import { parseAnswer, type ApiAnswer } from '@bbws/lambda/testing/api-answer';
import type { LocalService } from '@bbws/local-aws/service';
import * as v from 'valibot';
import { eventually } from './eventually.ts';

/** What the API answered: status, headers, and the parts of its body that every answer has. */
export type Reply = ApiAnswer & {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
};

const Placed = v.object({ orderId: v.string(), orderNumber: v.string() });

/** A body of POST /v1.0/orders; its cart exists in the local Cart API. */
export const orderBody = (changes: object = {}) =>
  aCreateOrderRequest({ cartId: 'cart-rooibos', customerName: 'Thandi Sample', ...changes });

export const makePortal = async (
  service: Pick<LocalService, 'apiUrl' | 'token'>,
  tenantId: string,
  groups: readonly string[] = [],
) => {
  const token = await service.token({ tenantId, groups });

  /** Calls the API; a body that is no text is sent as JSON. Headers may replace the token. */
  const call = async (
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Reply> => {
    const response = await fetch(`${service.apiUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { ...parseAnswer(text), status: response.status, headers: response.headers, text };
  };

  const place = async (changes: object = {}) => {
    const { data } = await call('POST', '/v1.0/orders', { body: orderBody(changes) });
    return v.parse(Placed, data);
  };

  /** The order once `test` holds for it. */
  const orderWhen = (orderId: string, what: string, test: (order: Reply['data']) => boolean) =>
    eventually(`order ${orderId} ${what}`, async () => {
      const { data } = await call('GET', `/v1.0/orders/${orderId}`);
      return test(data) ? data : undefined;
    });

  return {
    call,
    place,
    recorded: (orderId: string) => orderWhen(orderId, 'recorded', (o) => o['stage'] === 'recorded'),
    rejected: (orderId: string) => orderWhen(orderId, 'rejected', (o) => o['stage'] === 'rejected'),
    invoiced: (orderId: string) =>
      orderWhen(orderId, 'invoiced', (o) => o['invoiceReady'] === true),
  };
};
