/**
 * HTTP responses: success as `{success,data}`, errors as RFC 9457 problems (R-API-15), and what is for people rather than
 * programs as it is; the same headers on all of them.
 */
import type { DomainError } from '@bbws/domain/domain-error';
import { problemDocument } from '@bbws/domain/problem-document';

/** What an endpoint answers: data, or a body of another kind. */
export type HttpResult =
  | {
      readonly status: number;
      readonly data: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      readonly status: number;
      /** The body as it is sent. */
      readonly raw: string;
      readonly contentType: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/** Leads a browser to another address. */
export const redirect = (location: string): HttpResult => ({
  status: 302,
  raw: '',
  // Without a type the gateway would call the empty body JSON.
  contentType: 'text/plain; charset=utf-8',
  headers: { Location: location },
});

export type HttpResponse = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export const responseOf = (result: HttpResult): HttpResponse => {
  const [contentType, body] =
    'raw' in result
      ? [result.contentType, result.raw]
      : ['application/json', JSON.stringify({ success: true, data: result.data })];
  return {
    statusCode: result.status,
    headers: { 'Content-Type': contentType, ...result.headers },
    body,
  };
};

/** The error as a problem document. */
export const problem = (error: DomainError, requestId: string): HttpResponse => {
  const { code, message } = error;
  const { errors, retryAfterSeconds } = error.details;
  const document = problemDocument({ code, message, requestId, errors });
  return {
    statusCode: document.status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
    },
    body: JSON.stringify(document),
  };
};

/** Headers of every answer. An origin that is not allowed gets none of the CORS ones. */
export const commonHeaders = (
  allowedOrigins: readonly string[],
  origin: string | undefined,
  requestId: string,
): Readonly<Record<string, string>> => ({
  'Cache-Control': 'no-store',
  // An address of this API can hold a token: it is nobody's business where a link led from.
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Request-Id': requestId,
  Vary: 'Origin',
  ...(origin !== undefined &&
    (allowedOrigins.includes(origin) || allowedOrigins.includes('*')) && {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers':
        'ETag, Idempotent-Replayed, Location, Retry-After, X-Request-Id',
    }),
});
