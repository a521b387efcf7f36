/** API Gateway's REST proxy events, as far as the functions look at them. */

export type GatewayCall = {
  readonly method: string;
  /** Path of the route, with its parameters in braces. */
  readonly resource: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: unknown;
  /** Claims of the token; null for a route without login. */
  readonly claims?: Readonly<Record<string, string>> | null;
};

export const sampleClaims = { 'custom:tenantId': 'tenant-sample', sub: 'user-sample' };

export const gatewayEvent = (call: GatewayCall) => ({
  httpMethod: call.method,
  resource: call.resource,
  headers: call.headers ?? null,
  pathParameters: call.path ?? null,
  queryStringParameters: call.query ?? null,
  body: typeof call.body === 'string' ? call.body : JSON.stringify(call.body ?? null),
  isBase64Encoded: false,
  requestContext: {
    requestId: 'request-sample',
    ...(call.claims !== null && { authorizer: { claims: call.claims ?? sampleClaims } }),
  },
});
