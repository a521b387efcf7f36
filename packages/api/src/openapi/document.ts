/** The OpenAPI 3.0 document: made from the table of routes, deployed by Terraform as a template (R-API-18). */
import type { Route } from '../route.ts';
import { components } from './components.ts';
import { gatewayResponses, integrationOf, preflightOf, securitySchemes } from './gateway.ts';
import { jsonSchema } from './json-schema.ts';
import { parametersOf } from './parameters.ts';
import { responsesOf } from './responses.ts';

const operation = (route: Route) => {
  const { operationId, tag, summary, description, access, request } = route;
  return {
    operationId,
    tags: [tag],
    summary,
    description,
    security: access === 'tenant' ? [{ idToken: [] }] : [],
    parameters: parametersOf(route),
    ...(request.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: jsonSchema(request.body.schema),
            example: request.body.example,
          },
        },
      },
    }),
    responses: responsesOf(route),
    'x-amazon-apigateway-request-validator': 'parameters',
    'x-amazon-apigateway-integration': integrationOf(route),
  };
};

const pathItem = (path: string, routes: readonly Route[]) => ({
  ...Object.fromEntries(routes.map((route) => [route.method.toLowerCase(), operation(route)])),
  options: {
    ...preflightOf(
      routes.map(({ method }) => method),
      path,
    ),
    ...(routes[0] && { parameters: parametersOf(routes[0]).filter((each) => each.in === 'path') }),
  },
});

/** The whole document for these routes. */
const openapiDocument = (routes: readonly Route[]) => ({
  openapi: '3.0.3',
  info: {
    title: 'BBWS Order API',
    version: '1.0.0',
    description:
      'Places and follows the orders of a tenant. Answers are `{success: true, data}`; errors are problems (RFC 9457) whose ' +
      '`code` is stable. Amounts are decimal numbers, times are UTC.',
    contact: { name: 'BBWS support', email: 'support@kimmyai.io' },
    license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
  },
  servers: [{ url: 'https://{domain}', variables: { domain: { default: '${api_domain}' } } }],
  tags: [
    { name: 'Orders', description: 'Placing, reading and changing orders.' },
    { name: 'Invoices', description: 'Reading invoices, with login or from a mail.' },
    { name: 'Service', description: 'The service itself.' },
  ],
  security: [{ idToken: [] }],
  paths: Object.fromEntries(
    [...Map.groupBy(routes, ({ path }) => path)].map(([path, own]) => [path, pathItem(path, own)]),
  ),
  components: { ...components, securitySchemes },
  'x-amazon-apigateway-request-validators': {
    parameters: { validateRequestBody: false, validateRequestParameters: true },
  },
  'x-amazon-apigateway-gateway-responses': gatewayResponses,
});

// OpenAPI 3.0 forbids an empty list of required fields; definitions stand under components.
const asOpenApi = (key: string, value: unknown): unknown =>
  key === '$defs' || (key === 'required' && Array.isArray(value) && value.length === 0)
    ? undefined
    : value;

/** The document as it is written to openapi.json. */
export const openapiText = (routes: readonly Route[]): string =>
  `${JSON.stringify(openapiDocument(routes), asOpenApi, 2)}\n`;
