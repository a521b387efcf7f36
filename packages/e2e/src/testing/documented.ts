/** What the OpenAPI document says an operation can answer, and whether an answer fits. */
import { readFileSync } from 'node:fs';
import { errorCatalogue } from '@bbws/domain/error-catalogue';
import { errorsOf } from '@bbws/api/route-errors';
import { routes } from '@bbws/api/routes';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import * as v from 'valibot';

const Content = v.record(v.string(), v.object({ schema: v.record(v.string(), v.unknown()) }));
const Operation = v.object({
  operationId: v.string(),
  responses: v.record(v.string(), v.object({ content: v.optional(Content, {}) })),
});
const Document = v.object({
  paths: v.record(v.string(), v.record(v.string(), Operation)),
  components: v.object({ schemas: v.record(v.string(), v.unknown()) }),
});

const document = v.parse(
  v.pipe(v.string(), v.parseJson(), Document),
  readFileSync(new URL('../../../api/openapi.json', import.meta.url), 'utf8'),
);
const operations = new Map(
  Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((operation) => [operation.operationId, operation] as const),
  ),
);

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);

/** One outcome: `createOrder 202`, or `createOrder 400 INVALID_JSON`. */
export const outcome = (operationId: string, status: number, code?: string): string =>
  [operationId, status, code].filter((part) => part !== undefined).join(' ');

/** Every outcome that the document promises. */
export const documentedOutcomes = (): string[] =>
  routes.flatMap((route) => [
    ...route.responses.map(({ status }) => outcome(route.operationId, status)),
    ...errorsOf(route).map((code) => outcome(route.operationId, errorCatalogue[code].status, code)),
  ]);

/** What of an answer does not fit the document; empty when it fits. */
export const misfits = (
  operationId: string,
  answer: { readonly status: number; readonly contentType: string; readonly body: unknown },
): string[] => {
  const response = operations.get(operationId)?.responses[String(answer.status)];
  if (!response) return [`${operationId} documents no ${answer.status}`];
  const [type = ''] = answer.contentType.split(';');
  const content = response.content[type];
  if (!content) {
    const documented = Object.keys(response.content);
    return documented.length === 0 && answer.body === ''
      ? []
      : [`${operationId} ${answer.status} documents ${documented.join(', ')}, not ${type}`];
  }
  if (type === 'text/html') return [];
  const validate = ajv.compile({ ...content.schema, components: document.components });
  return validate(answer.body)
    ? []
    : (validate.errors ?? []).map(
        ({ instancePath, message }) => `${operationId} ${answer.status}${instancePath}: ${message}`,
      );
};
