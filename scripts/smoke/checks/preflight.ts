/** A browser may ask before it places an order. */
import { expectAnswer, expectHeader } from '../answer.ts';
import { Mismatch } from '../outcome.ts';
import type { Check } from '../smoke.ts';

export const preflight: Check = {
  name: 'preflight',
  expects: 'OPTIONS says that the portal may POST with its headers',
  run: async ({ api, origin }) => {
    const answer = await api.call('OPTIONS', '/v1.0/orders', {
      headers: {
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
      },
    });
    expectAnswer(answer, 204);
    const allowed = expectHeader(answer, 'Access-Control-Allow-Origin');
    if (allowed !== origin)
      throw new Mismatch(`Access-Control-Allow-Origin: ${origin} on OPTIONS`, `"${allowed}"`);
    expectHeader(answer, 'Access-Control-Allow-Methods', /\bPOST\b/);
    for (const name of ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match'])
      expectHeader(answer, 'Access-Control-Allow-Headers', new RegExp(`\\b${name}\\b`, 'i'));
    return undefined;
  },
};
