/** GET /v1.0/tenants/{tenantId}/orders. */
import { dataOf } from '../data-of.ts';
import type { OrderClient } from '../order-client.ts';
import { ending, type Api } from './api.ts';

export const makeListOrders =
  (api: Api): OrderClient['listOrders'] =>
  async (tenantId, query = {}, { signal } = {}) => {
    const answer = await api.GET('/v1.0/tenants/{tenantId}/orders', {
      params: { path: { tenantId }, query },
      ...ending(signal),
    });
    return dataOf(answer);
  };
