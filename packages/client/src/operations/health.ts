/** GET /health. */
import { dataOf } from '../data-of.ts';
import type { OrderClient } from '../order-client.ts';
import { ending, type Api } from './api.ts';

/** `api` sends no token and repeats nothing: the answer is about this moment. */
export const makeHealth =
  (api: Api): OrderClient['health'] =>
  async ({ signal } = {}) =>
    dataOf(await api.GET('/health', ending(signal)));
