/**
 * What API Gateway needs beside the contract: integrations, the authorizer, preflights and its own answers. Names in
 * `${…}` are filled in by Terraform's templatefile.
 */
import type { ErrorCode } from '@bbws/domain/error-catalogue';
import type { Route } from '../route.ts';
import { failuresOf, problemExample } from './responses.ts';

/** Headers that browsers may send. */
export const allowedHeaders = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'X-Correlation-Id',
];

export const integrationOf = ({ function: name }: Route) => ({
  type: 'aws_proxy',
  httpMethod: 'POST',
  uri: `\${invoke_arns.${name}}`,
  payloadFormatVersion: '1.0',
  passthroughBehavior: 'when_no_match',
  timeoutInMillis: 29_000,
});

export const securitySchemes = {
  idToken: {
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    description: 'Cognito ID token: `Bearer <token>`. Its claim custom:tenantId is the tenant.',
    'x-amazon-apigateway-authtype': 'cognito_user_pools',
    'x-amazon-apigateway-authorizer': {
      type: 'cognito_user_pools',
      // One or several: Terraform closes the quotes and opens them again between two.
      providerARNs: ['${user_pool_arns}'],
    },
  },
};

// API Gateway cannot choose one of several origins by itself: a template compares and overrides.
const echoAllowedOrigin = [
  `#set($origin = $input.params().header.get('Origin'))`,
  `#if(!$origin || $origin == '')#set($origin = $input.params().header.get('origin'))#end`,
  // A loop: a list literal takes no method call.
  `#foreach($allowed in [\${allowed_origins}])`,
  `#if($allowed == $origin || $allowed == '*')`,
  `#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)`,
  `#end`,
  `#end`,
].join('\n');

/** `preflightV10OrdersOrderId` for `/v1.0/orders/{orderId}`. */
const preflightName = (path: string): string => {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return `preflight${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
};

/** The preflight of a path that takes these methods: answered by API Gateway itself. */
export const preflightOf = (methods: readonly string[], path: string) => {
  const headers = {
    'Access-Control-Allow-Headers': allowedHeaders.join(','),
    'Access-Control-Allow-Methods': [...methods, 'OPTIONS'].join(','),
    'Access-Control-Max-Age': '600',
    Vary: 'Origin',
  };
  return {
    operationId: preflightName(path),
    tags: ['Service'],
    summary: 'CORS preflight',
    description: 'Answered by the gateway for browsers; needs no login.',
    security: [],
    responses: {
      204: {
        description: 'What a browser may send from an allowed origin.',
        headers: Object.fromEntries(
          ['Access-Control-Allow-Origin', ...Object.keys(headers)].map((name) => [
            name,
            { schema: { type: 'string' } },
          ]),
        ),
      },
      ...failuresOf(['TOO_MANY_REQUESTS']),
    },
    'x-amazon-apigateway-integration': {
      type: 'mock',
      requestTemplates: { 'application/json': '{"statusCode": 204}' },
      responses: {
        default: {
          statusCode: '204',
          responseParameters: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [
              `method.response.header.${name}`,
              `'${value}'`,
            ]),
          ),
          responseTemplates: { 'application/json': echoAllowedOrigin },
        },
      },
    },
  };
};

/** Headers that scripts in a browser may read. */
const exposedHeaders = 'ETag, Idempotent-Replayed, Location, Retry-After, X-Request-Id';

/** An answer of API Gateway's own, in the shape of the service's. */
const gatewayResponse = (code: ErrorCode, retryAfterSeconds?: number) => {
  const problem = { ...problemExample(code), requestId: '$context.requestId' };
  return {
    statusCode: String(problem.status),
    responseParameters: {
      'gatewayresponse.header.Access-Control-Allow-Origin': `'\${gateway_allow_origin}'`,
      'gatewayresponse.header.Access-Control-Expose-Headers': `'${exposedHeaders}'`,
      'gatewayresponse.header.Cache-Control': `'no-store'`,
      'gatewayresponse.header.Content-Type': `'application/problem+json'`,
      'gatewayresponse.header.X-Request-Id': 'context.requestId',
      ...(retryAfterSeconds && {
        'gatewayresponse.header.Retry-After': `'${retryAfterSeconds}'`,
      }),
    },
    responseTemplates: { 'application/json': JSON.stringify(problem) },
  };
};

export const gatewayResponses = {
  ACCESS_DENIED: gatewayResponse('UNAUTHORIZED'),
  BAD_REQUEST_BODY: gatewayResponse('INVALID_REQUEST'),
  BAD_REQUEST_PARAMETERS: gatewayResponse('INVALID_REQUEST'),
  EXPIRED_TOKEN: gatewayResponse('UNAUTHORIZED'),
  INTEGRATION_FAILURE: gatewayResponse('BAD_GATEWAY', 2),
  INTEGRATION_TIMEOUT: gatewayResponse('GATEWAY_TIMEOUT', 2),
  MISSING_AUTHENTICATION_TOKEN: gatewayResponse('ROUTE_NOT_FOUND'),
  QUOTA_EXCEEDED: gatewayResponse('TOO_MANY_REQUESTS', 5),
  REQUEST_TOO_LARGE: gatewayResponse('PAYLOAD_TOO_LARGE'),
  THROTTLED: gatewayResponse('TOO_MANY_REQUESTS', 1),
  UNAUTHORIZED: gatewayResponse('UNAUTHORIZED'),
  WAF_FILTERED: gatewayResponse('REQUEST_BLOCKED'),
  DEFAULT_4XX: gatewayResponse('INVALID_REQUEST'),
  DEFAULT_5XX: gatewayResponse('BAD_GATEWAY', 2),
};
