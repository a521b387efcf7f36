/** Responses of an operation: what it answers, and every error it can answer. */
import { errorCatalogue, type ErrorCode } from '@bbws/domain/error-catalogue';
import { problemDocument } from '@bbws/domain/problem-document';
import { errorsOf } from '../route-errors.ts';
import type { ResponseHeader, Route, RouteResponse } from '../route.ts';
import { jsonSchema } from './json-schema.ts';

const headers: Readonly<Record<ResponseHeader, { description: string; schema: object }>> = {
  ETag: {
    description: 'Version of the order, for If-Match.',
    schema: { type: 'string', example: '"2"' },
  },
  'Idempotent-Replayed': {
    description: 'true when this is the answer of an earlier request with the same key.',
    schema: { type: 'string', enum: ['true'] },
  },
  Location: { description: 'Where it is.', schema: { type: 'string' } },
  Refresh: { description: 'Seconds after which the page looks again.', schema: { type: 'string' } },
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 0 } },
  'X-Request-Id': { description: 'Tell it to support.', schema: { type: 'string' } },
};

/** Errors after which waiting helps. */
const waits: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'BAD_GATEWAY',
  'GATEWAY_TIMEOUT',
  'INVOICE_NOT_READY',
  'NOT_THE_WRITER',
  'ORDER_NOT_RECORDED',
  'SERVICE_UNAVAILABLE',
  'TOO_MANY_REQUESTS',
]);

/** A page that people see. */
const page = { 'text/html': { schema: { type: 'string' } } };

/** Headers that only some answers of a kind have. */
const sometimes: ReadonlySet<ResponseHeader> = new Set<ResponseHeader>(['Idempotent-Replayed']);

const headersNamed = (names: readonly ResponseHeader[] = []) =>
  Object.fromEntries(
    [...names, 'X-Request-Id' as const].map((name) => [
      name,
      { ...headers[name], required: !sometimes.has(name) },
    ]),
  );

const success = ({ description, headers: names, data, html }: RouteResponse) => ({
  description,
  headers: headersNamed(names),
  ...(data && {
    content: {
      'application/json': {
        schema: {
          type: 'object',
          additionalProperties: false,
          required: ['success', 'data'],
          properties: {
            success: { type: 'boolean', enum: [true] },
            data: jsonSchema(data.schema),
          },
        },
        example: { success: true, data: data.example },
      },
    },
  }),
  ...(html && { content: page }),
});

/** The example of an error, as the service answers it. */
export const problemExample = (code: ErrorCode) =>
  problemDocument({ code, requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef' });

const failure = (codes: readonly ErrorCode[], pages: readonly ErrorCode[] = []) => ({
  // A code block: an action may hold angle brackets, which Markdown would swallow.
  description: codes.map((code) => `**${code}** \`${errorCatalogue[code].action}\``).join('\n\n'),
  headers: headersNamed(codes.every((code) => waits.has(code)) ? ['Retry-After'] : []),
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { type: 'object', properties: { code: { type: 'string', enum: codes } } },
        ],
      },
      examples: Object.fromEntries(codes.map((code) => [code, { value: problemExample(code) }])),
    },
    ...(codes.some((code) => pages.includes(code)) && page),
  },
});

/** Responses to these errors, by status. */
export const failuresOf = (codes: readonly ErrorCode[], pages?: readonly ErrorCode[]) =>
  Object.fromEntries(
    [...Map.groupBy(codes, (code) => errorCatalogue[code].status)].map(([status, own]) => [
      status,
      failure(own, pages),
    ]),
  );

export const responsesOf = (route: Route) => ({
  ...Object.fromEntries(route.responses.map((response) => [response.status, success(response)])),
  ...failuresOf(errorsOf(route), route.pages),
});
