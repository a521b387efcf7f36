/** POST /v1.0/orders. */
import { dataOf } from '../data-of.ts';
import type { OrderClient } from '../order-client.ts';
import { ending, type Api } from './api.ts';

/** `newKey` makes an idempotency key. One per call: all attempts of the call share it. */
export const makeCreateOrder =
  (api: Api, newKey: () => string): OrderClient['createOrder'] =>
  async (body, { idempotencyKey = newKey(), signal } = {}) => {
    const answer = await api.POST('/v1.0/orders', {
      params: { header: { 'Idempotency-Key': idempotencyKey } },
      body,
      ...ending(signal),
    });
    const replayed = answer.response.headers.get('Idempotent-Replayed') === 'true';
    return { ...dataOf(answer), replayed };
  };
