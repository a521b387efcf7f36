/** GET /v1.0/orders/{orderId}. */
import { dataOf } from '../data-of.ts';
import type { OrderClient } from '../order-client.ts';
import { ending, type Api } from './api.ts';
import { versionedOrder } from './versioned-order.ts';

export const makeGetOrder =
  (api: Api): OrderClient['getOrder'] =>
  async (orderId, { signal } = {}) => {
    const params = { path: { orderId } };
    const answer = await api.GET('/v1.0/orders/{orderId}', { params, ...ending(signal) });
    return versionedOrder(dataOf(answer), answer.response);
  };
