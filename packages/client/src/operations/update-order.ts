/** PUT /v1.0/orders/{orderId}. */
import { dataOf } from '../data-of.ts';
import type { OrderClient } from '../order-client.ts';
import { ending, type Api } from './api.ts';
import { versionedOrder } from './versioned-order.ts';

export const makeUpdateOrder =
  (api: Api): OrderClient['updateOrder'] =>
  async (orderId, change, { ifMatch, signal } = {}) => {
    const answer = await api.PUT('/v1.0/orders/{orderId}', {
      params: {
        path: { orderId },
        ...(ifMatch !== undefined && { header: { 'If-Match': ifMatch } }),
      },
      body: change,
      ...ending(signal),
    });
    return versionedOrder(dataOf(answer), answer.response);
  };
