/** The way of a request through the gateway: route, throttle, preflight, authorizer, function, answer. */
import type { Outcome } from '../function-worker/protocol.ts';
import type { Claims } from './authorizer.ts';
import { corsHeaders, preflightAnswer } from './cors.ts';
import type { GatewayAnswer } from './gateway-answer.ts';
import { headerOf, type GatewayRequest } from './gateway-request.ts';
import type { GatewayRoute } from './gateway-route.ts';
import { matchRoutes } from './match-route.ts';
import { problemAnswer, type GatewayResponseType } from './problem.ts';
import { readProxyAnswer } from './proxy-answer.ts';
import { toProxyEvent } from './proxy-event.ts';

export type GatewayDeps = {
  readonly routes: readonly GatewayRoute[];
  /** False for a request above the throttle's limits; without it there are none. */
  readonly admit?: () => boolean;
  readonly authorize: (authorization: string | undefined) => Promise<Claims | undefined>;
  readonly invoke: (functionName: string, event: unknown) => Promise<Outcome>;
  /** Value of ALLOWED_ORIGINS. */
  readonly allowedOrigins: string;
  /** After how long the gateway gives up on a function; the function goes on. */
  readonly timeoutMs: number;
  readonly now: () => number;
};

const within = async <T>(ms: number, work: Promise<T>): Promise<T | undefined> => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
};

export const handleRequest = async (
  deps: GatewayDeps,
  request: GatewayRequest,
): Promise<GatewayAnswer> => {
  const cors = corsHeaders(deps.allowedOrigins, headerOf(request, 'origin'));
  const problem = (type: GatewayResponseType) => problemAnswer(type, request.requestId, cors);

  const matches = matchRoutes(deps.routes, request.path);
  const match = matches.find(({ route }) => route.method === request.method);
  const isPreflight = request.method === 'OPTIONS' && matches.length > 0;
  if (!match && !isPreflight) return problem('MISSING_AUTHENTICATION_TOKEN');
  if (deps.admit?.() === false) return problem('THROTTLED');
  if (!match) {
    return preflightAnswer(
      matches.map(({ route }) => route.method),
      cors,
    );
  }

  const isPublic = match.route.access === 'public';
  const claims = isPublic ? undefined : await deps.authorize(headerOf(request, 'authorization'));
  if (!isPublic && !claims) return problem('UNAUTHORIZED');

  const event = toProxyEvent(request, match, claims, deps.now());
  const outcome = await within(deps.timeoutMs, deps.invoke(match.route.function, event));
  if (!outcome) return problem('INTEGRATION_TIMEOUT');
  const answer = outcome.ok ? readProxyAnswer(outcome.payload) : undefined;
  return answer ?? problem('INTEGRATION_FAILURE');
};
