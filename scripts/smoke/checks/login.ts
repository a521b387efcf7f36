/** Nobody gets in without a token that holds. */
import { expectAnswer } from '../answer.ts';
import type { Check } from '../smoke.ts';

export const login: Check = {
  name: 'login',
  expects: '401 without a token',
  run: async ({ api, newId }) => {
    const path = `/v1.0/orders/${newId()}`;
    for (const options of [{}, { token: 'no.such.token' }])
      expectAnswer(await api.call('GET', path, options), 401, 'UNAUTHORIZED');
    expectAnswer(await api.call('POST', '/v1.0/orders', { body: {} }), 401, 'UNAUTHORIZED');
    return undefined;
  },
};
