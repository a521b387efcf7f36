/** GET /health answers without a token. */
import { expectAnswer } from '../answer.ts';
import type { Check } from '../smoke.ts';

export const health: Check = {
  name: 'health',
  expects: 'GET /health answers 200 without a token',
  run: async ({ api }) => {
    expectAnswer(await api.call('GET', '/health'), 200);
    return undefined;
  },
};
