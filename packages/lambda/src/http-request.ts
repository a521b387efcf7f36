/** What a handler sees of an HTTP request: API Gateway's REST proxy event, parsed. */
import { DomainError } from '@bbws/domain/domain-error';
import { CorrelationId } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import type { Log } from './log.ts';
import { parseUnambiguousJson } from './unambiguous-json.ts';

const Texts = v.nullish(v.record(v.string(), v.optional(v.string())), {});

/** The parts of the event that are used. Whatever else it holds, or lacks, is API Gateway's business. */
export const GatewayEvent = v.object({
  httpMethod: v.string(),
  resource: v.string(),
  headers: Texts,
  pathParameters: Texts,
  queryStringParameters: Texts,
  body: v.nullish(v.string(), ''),
  isBase64Encoded: v.nullish(v.boolean(), false),
  requestContext: v.object({
    // May become the correlation id, so it has that form.
    requestId: CorrelationId,
    authorizer: v.optional(v.unknown()),
  }),
});
export type GatewayEvent = v.InferOutput<typeof GatewayEvent>;

export type HttpRequest = {
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Header of that lower-case name. */
  readonly header: (name: string) => string | undefined;
  /** The body as JSON. Throws `PAYLOAD_TOO_LARGE` or `INVALID_JSON`. */
  readonly json: () => unknown;
  readonly correlationId: string;
  readonly log: Log;
};

/** Largest body in bytes of UTF-8. */
export const largestBody = 8 * 1024;

export const readJson = ({ body, isBase64Encoded }: GatewayEvent): unknown => {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > largestBody)
    throw new DomainError('PAYLOAD_TOO_LARGE', `The body has ${String(bytes.byteLength)} bytes.`);
  try {
    return parseUnambiguousJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DomainError('INVALID_JSON', 'The body cannot be read as JSON.');
  }
};

export const headerOf = ({ headers }: GatewayEvent) => {
  const byName = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return (name: string): string | undefined => byName.get(name);
};

/** What a caller may choose: an id that can hold nothing personal, since it goes into logs and events. */
const CallersCorrelationId = v.pipe(v.string(), v.uuid());

/** The caller's own correlation id when it is a UUID, else the request's id. */
export const correlationIdOf = (event: GatewayEvent): string => {
  const own = v.safeParse(CallersCorrelationId, headerOf(event)('x-correlation-id'));
  return own.success ? own.output : event.requestContext.requestId;
};
