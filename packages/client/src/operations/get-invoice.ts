/** GET /v1.0/orders/{orderId}/invoice. */
import { dataOf } from '../data-of.ts';
import type { OrderClient } from '../order-client.ts';
import { ending, type Api } from './api.ts';

export const makeGetInvoice =
  (api: Api): OrderClient['getInvoice'] =>
  async (orderId, { signal } = {}) => {
    const params = { path: { orderId } };
    return dataOf(await api.GET('/v1.0/orders/{orderId}/invoice', { params, ...ending(signal) }));
  };
