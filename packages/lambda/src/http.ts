/** HTTP adapter: an API Gateway REST proxy event in, a response out. Knows statuses; knows nothing of orders. */
import { DomainError } from '@bbws/domain/domain-error';
import { OrderId } from '@bbws/domain/identifiers';
import { whereInvalid } from '@bbws/domain/parse';
import * as v from 'valibot';
import { callerOf, tenantIn, type Caller } from './caller.ts';
import {
  correlationIdOf,
  GatewayEvent,
  headerOf,
  readJson,
  type HttpRequest,
} from './http-request.ts';
import {
  commonHeaders,
  problem,
  responseOf,
  type HttpResponse,
  type HttpResult,
} from './http-response.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

export type HttpDeps = {
  readonly log: Log;
  readonly metrics: Metrics;
  /** Origins that browsers may call from. */
  readonly allowedOrigins: readonly string[];
};

/** A route and what serves it. */
export type Endpoint = {
  readonly route: { readonly operationId: string; readonly method: string; readonly path: string };
  readonly serve: (event: GatewayEvent, request: HttpRequest) => Promise<HttpResult>;
};

type RouteOf<A extends string> = Endpoint['route'] & { readonly access: A };

/** An endpoint for whoever presents a token with a tenant. */
export const tenantEndpoint = (
  route: RouteOf<'tenant'>,
  serve: (request: HttpRequest & { readonly caller: Caller }) => Promise<HttpResult>,
): Endpoint => ({
  route,
  serve: (event, request) => {
    return serve({ ...request, caller: callerOf(event) });
  },
});

/** An endpoint for everybody. */
export const publicEndpoint = (
  route: RouteOf<'public'>,
  serve: (request: HttpRequest) => Promise<HttpResult>,
): Endpoint => ({ route, serve: (_, request) => serve(request) });

/**
 * The handler of a function that serves these endpoints. Always returns a response: a `DomainError` becomes its
 * problem, a throttled dependency 503, anything else 500 without detail, also an event that is no request.
 */
export const httpHandler =
  (deps: HttpDeps, endpoints: readonly Endpoint[]) =>
  async (input: unknown): Promise<HttpResponse> => {
    const event = v.safeParse(GatewayEvent, input);
    if (event.success) return answer(deps, endpoints, event.output);
    const reason = whereInvalid(event.issues);
    deps.log.error('The event is not a request of API Gateway', undefined, { reason });
    const headers = commonHeaders([], undefined, 'unknown');
    return withHeaders(problem(asRefusal(undefined), 'unknown'), headers);
  };

const answer = async (
  { log, metrics, allowedOrigins }: HttpDeps,
  endpoints: readonly Endpoint[],
  event: GatewayEvent,
): Promise<HttpResponse> => {
  const { requestId } = event.requestContext;
  const header = headerOf(event);
  const correlationId = correlationIdOf(event);
  const response = await respond(endpoints, event, {
    path: event.pathParameters,
    query: event.queryStringParameters,
    header,
    json: () => readJson(event),
    correlationId,
    log: log.with({ requestId, correlationId }),
  });
  metrics.flush();
  return withHeaders(response, commonHeaders(allowedOrigins, header('origin'), requestId));
};

const withHeaders = (response: HttpResponse, headers: HttpResponse['headers']): HttpResponse => ({
  ...response,
  headers: { ...headers, ...response.headers },
});

const respond = async (
  endpoints: readonly Endpoint[],
  event: GatewayEvent,
  request: HttpRequest,
): Promise<HttpResponse> => {
  const { requestId } = event.requestContext;
  const endpoint = endpoints.find(
    ({ route }) => route.method === event.httpMethod && route.path === event.resource,
  );
  const log = request.log.with({ operation: endpoint?.route.operationId, ...subjectOf(event) });
  try {
    if (!endpoint) throw new Error(`No endpoint serves ${event.httpMethod} ${event.resource}`);
    const response = responseOf(await endpoint.serve(event, { ...request, log }));
    log.info('Request served', { httpStatus: response.statusCode });
    return response;
  } catch (error) {
    const refusal = asRefusal(error);
    const response = problem(refusal, requestId);
    if (error instanceof DomainError)
      log.info('Request refused', { httpStatus: response.statusCode, code: error.code });
    else log.error('Request failed', error, { httpStatus: response.statusCode });
    return response;
  }
};

/** Whose request it is, and about which order: on every line of its log. */
const subjectOf = ({ pathParameters: { orderId }, requestContext }: GatewayEvent) => ({
  tenantId: tenantIn(requestContext),
  orderId: v.is(OrderId, orderId) ? orderId : undefined,
});

/** Names under which AWS says: too much at once. */
const throttled = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'ThrottledException',
]);

const asRefusal = (error: unknown): DomainError => {
  if (error instanceof DomainError) return error;
  return error instanceof Error && throttled.has(error.name)
    ? new DomainError('SERVICE_UNAVAILABLE', 'There is too much load at the moment.', {
        retryAfterSeconds: 2,
      })
    : new DomainError('INTERNAL_ERROR', 'The request could not be served.');
};
