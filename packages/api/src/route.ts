/** What one row of the table of routes says. The rows are in routes/, the table is in routes.ts. */
import type { ErrorCode } from '@bbws/domain/error-catalogue';
import type * as v from 'valibot';

/** Who may call: `public` anybody; `tenant` whoever presents an ID token with a tenant. */
export type Access = 'public' | 'tenant';

/** The parts of a request, each with the schema that parses it. */
export type RequestSchemas = {
  readonly path?: v.GenericSchema;
  readonly query?: v.GenericSchema;
  /** Names in lower case. */
  readonly headers?: v.GenericSchema;
  readonly body?: { readonly schema: v.GenericSchema; readonly example: unknown };
};

/** Names of the response headers that the document describes. */
export type ResponseHeader =
  'ETag' | 'Idempotent-Replayed' | 'Location' | 'Refresh' | 'Retry-After' | 'X-Request-Id';

export type RouteResponse = {
  readonly status: 200 | 202 | 302;
  readonly description: string;
  readonly headers?: readonly ResponseHeader[];
  /** What stands under `data`; absent for an answer without JSON. */
  readonly data?: { readonly schema: v.GenericSchema; readonly example: unknown };
  /** True for a page that people see. */
  readonly html?: boolean;
};

export type Route = {
  /** Name of the operation, unique, camelCase. */
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Path below the host, with parameters as `{name}`: API Gateway's `resource`. */
  readonly path: string;
  /** Name of the function that serves it: a key of functions.json. */
  readonly function: string;
  readonly access: Access;
  readonly tag: 'Orders' | 'Invoices' | 'Service';
  readonly summary: string;
  readonly description: string;
  readonly request: RequestSchemas;
  readonly responses: readonly RouteResponse[];
  /** Errors of its own, beside those of every route (`errorsOf` in route-errors.ts). */
  readonly errors: readonly ErrorCode[];
  /** Errors that browsers get as a page, when they ask for one. */
  readonly pages?: readonly ErrorCode[];
};
