/** HTTP responses: success as `{success,data}`, errors as RFC 9457 problems (R-API-15), the same headers on both. */
import type { DomainError } from '@bbws/domain/domain-error';
import { errorCatalogue } from '@bbws/domain/error-catalogue';

export type HttpResult = {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type HttpResponse = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export const success = ({ status, data, headers }: HttpResult): HttpResponse => ({
  statusCode: status,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify({ success: true, data }),
});

/** The error as a problem document, with `success`, `error` and `message` for callers that know the older form. */
export const problem = (error: DomainError, requestId: string): HttpResponse => {
  const { status, title } = errorCatalogue[error.code];
  const { errors, retryAfterSeconds } = error.details;
  return {
    statusCode: status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
    },
    body: JSON.stringify({
      type: `urn:bbws:order-service:error:${error.code}`,
      title,
      status,
      detail: error.message,
      code: error.code,
      requestId,
      ...(errors && { errors }),
      success: false,
      error: title,
      message: error.message,
    }),
  };
};

/** Headers of every answer. An origin that is not allowed gets none of the CORS ones. */
export const commonHeaders = (
  allowedOrigins: readonly string[],
  origin: string | undefined,
  requestId: string,
): Readonly<Record<string, string>> => ({
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Request-Id': requestId,
  Vary: 'Origin',
  ...(origin !== undefined &&
    allowedOrigins.includes(origin) && {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers':
        'ETag, Idempotent-Replayed, Location, Retry-After, X-Request-Id',
    }),
});
