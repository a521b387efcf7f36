/** Builds the event of a REST API's Lambda proxy integration (payload version 1.0). */
import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { Claims } from './authorizer.ts';
import { headerOf, type GatewayRequest } from './gateway-request.ts';
import type { RouteMatch } from './match-route.ts';

type Values = { single: Record<string, string>; multiple: Record<string, string[]> };

/** API Gateway's two views of repeated names: the last value, and all of them. A name may be `__proto__`. */
const valuesOf = (pairs: Iterable<readonly [string, string]>): Values => {
  const byName = Map.groupBy(pairs, ([name]) => name);
  const multiple = [...byName].map(([name, own]) => [name, own.map(([, value]) => value)] as const);
  return {
    single: Object.fromEntries(multiple.map(([name, values]) => [name, values.at(-1) ?? ''])),
    multiple: Object.fromEntries(multiple),
  };
};

const nullIfEmpty = <T extends object>(values: T): T | null =>
  Object.keys(values).length > 0 ? values : null;

const stage = 'local';

const noIdentity = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
};

const requestContextOf = (
  request: GatewayRequest,
  { route }: RouteMatch,
  claims: Claims | undefined,
  nowMs: number,
): APIGatewayProxyEvent['requestContext'] => ({
  accountId: '000000000000',
  apiId: 'local',
  authorizer: claims ? { claims } : null,
  domainName: headerOf(request, 'host') ?? 'localhost',
  domainPrefix: 'local',
  extendedRequestId: request.requestId,
  httpMethod: request.method,
  identity: {
    ...noIdentity,
    sourceIp: request.sourceIp,
    userAgent: headerOf(request, 'user-agent') ?? null,
  },
  path: `/${stage}${request.path}`,
  protocol: 'HTTP/1.1',
  requestId: request.requestId,
  requestTime: new Date(nowMs).toUTCString(),
  requestTimeEpoch: nowMs,
  resourceId: route.operationId,
  resourcePath: route.path,
  stage,
});

/** `claims` is missing on a public route. */
export const toProxyEvent = (
  request: GatewayRequest,
  match: RouteMatch,
  claims: Claims | undefined,
  nowMs: number,
): APIGatewayProxyEvent => {
  const headers = valuesOf([
    ...request.headers,
    ['X-Forwarded-For', request.sourceIp],
    ['X-Forwarded-Proto', 'http'],
  ]);
  const query = valuesOf(request.query);
  return {
    resource: match.route.path,
    path: request.path,
    httpMethod: request.method,
    headers: headers.single,
    multiValueHeaders: headers.multiple,
    queryStringParameters: nullIfEmpty(query.single),
    multiValueQueryStringParameters: nullIfEmpty(query.multiple),
    pathParameters: nullIfEmpty(match.pathParameters),
    stageVariables: null,
    requestContext: requestContextOf(request, match, claims, nowMs),
    // Bytes that are no UTF-8 become replacement characters, as in a REST API without binary media types.
    body: request.body.length > 0 ? request.body.toString('utf8') : null,
    isBase64Encoded: false,
  };
};
