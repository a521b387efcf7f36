/** What the OpenAPI document says an operation can answer, and whether an answer fits. */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import * as v from 'valibot';

const problemType = 'application/problem+json';

const Response = v.object({
  headers: v.optional(
    v.record(v.string(), v.object({ required: v.optional(v.boolean(), false) })),
    {},
  ),
  content: v.optional(v.record(v.string(), v.object({ schema: v.looseObject({}) })), {}),
});
const Operation = v.object({ operationId: v.string(), responses: v.record(v.string(), Response) });
const Document = v.object({
  paths: v.record(v.string(), v.record(v.string(), Operation)),
  components: v.object({
    schemas: v.looseObject({ Problem: v.looseObject({ properties: v.looseObject({}) }) }),
  }),
});
/** The codes that a response of this kind can have. */
const Coded = v.object({
  allOf: v.tuple([
    v.unknown(),
    v.object({ properties: v.object({ code: v.object({ enum: v.array(v.string()) }) }) }),
  ]),
});

const document = v.parse(
  v.pipe(v.string(), v.parseJson(), Document),
  readFileSync(new URL('../../../api/openapi.json', import.meta.url), 'utf8'),
);

/** Every operation of the document, the preflights among them. */
export const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    ...operation,
    path,
    method: method.toUpperCase(),
  })),
);

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);

/** One outcome: `createOrder 202`, `createOrder 400 INVALID_JSON`, or `openMailedInvoice 404 text/html`. */
export const outcome = (operationId: string, status: number | string, kind?: string): string =>
  [operationId, status, kind].filter((part) => part !== undefined).join(' ');

/** Every outcome that the document promises. */
export const documentedOutcomes = (): string[] =>
  operations.flatMap(({ operationId, responses }) =>
    Object.entries(responses).flatMap(([status, { content }]) => {
      const { [problemType]: problem, ...others } = content;
      if (!problem) return [outcome(operationId, status)];
      const [, { properties }] = v.parse(Coded, problem.schema).allOf;
      return [...properties.code.enum, ...Object.keys(others)].map((kind) =>
        outcome(operationId, status, kind),
      );
    }),
  );

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON, else the text. */
  readonly body: unknown;
};

/** What of an answer does not fit the document; empty when it fits. */
export const misfits = (operationId: string, { status, headers, body }: Answer): string[] => {
  const operation = operations.find((each) => each.operationId === operationId);
  const response = operation?.responses[String(status)];
  if (!response) return [`${operationId} documents no ${status}`];

  const missing = Object.entries(response.headers)
    .filter(([name, { required }]) => required && !headers.has(name))
    .map(([name]) => `${operationId} ${status} lacks the header ${name}`);
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  const documented = Object.keys(response.content);
  if (documented.length === 0)
    return body === '' ? missing : [...missing, `${operationId} ${status} documents no content`];
  const schema = response.content[type]?.schema;
  if (!schema)
    return [...missing, `${operationId} ${status} documents ${documented.join(', ')}, not ${type}`];
  return [
    ...missing,
    ...bodyMisfits(schema, type, body).map((misfit) => `${operationId} ${status}${misfit}`),
  ];
};

const Fields = v.record(v.string(), v.unknown());

// Compiling takes milliseconds, and there are thousands of answers.
const validators = new Map<object, ValidateFunction>();
const validatorOf = (schema: object): ValidateFunction => {
  const known =
    validators.get(schema) ?? ajv.compile({ ...schema, components: document.components });
  validators.set(schema, known);
  return known;
};

const bodyMisfits = (schema: object, type: string, body: unknown): string[] => {
  if (type === 'text/html') return [];
  const validate = validatorOf(schema);
  if (!validate(body))
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath}: ${message}`,
    );
  if (type !== problemType) return [];
  // JSON Schema cannot close an object that is composed of two: nothing beside the fields of a problem may leave.
  const { properties } = document.components.schemas.Problem;
  return Object.keys(v.parse(Fields, body))
    .filter((field) => !(field in properties))
    .map((field) => `: a problem has no field ${field}`);
};
