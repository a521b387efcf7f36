/** The CORS headers of the gateway's own answers, preflights included. A function sends its own. */
import { allowedHeaders } from '@bbws/api/openapi/gateway';
import type { GatewayAnswer, Headers } from './gateway-answer.ts';

/** `allowedOrigins` is the value of ALLOWED_ORIGINS: origins with commas between them, or `*`. */
export const corsHeaders = (allowedOrigins: string, origin: string | undefined): Headers => {
  const allowed = allowedOrigins.split(',').map((each) => each.trim());
  if (origin === undefined || !(allowed.includes(origin) || allowed.includes('*')))
    return { vary: 'Origin' };
  return { vary: 'Origin', 'access-control-allow-origin': origin };
};

/** Answers a preflight for a path that takes `methods`. */
export const preflightAnswer = (methods: readonly string[], cors: Headers): GatewayAnswer => ({
  status: 204,
  headers: {
    ...cors,
    'access-control-allow-methods': [...methods, 'OPTIONS'].join(','),
    'access-control-allow-headers': allowedHeaders.join(','),
    'access-control-max-age': '600',
  },
  body: '',
});
