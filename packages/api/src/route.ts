/** What one row of the route table says. The rows are in routes.ts. */

/** Who may call: `public` anybody; `tenant` whoever presents an ID token with a tenant. */
export type Access = 'public' | 'tenant';

export type Route = {
  /** Name of the operation, unique, camelCase. */
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Path below the host, with parameters as `{name}`: API Gateway's `resource`. */
  readonly path: string;
  /** Name of the function that serves it: a key of functions.json. */
  readonly function: string;
  readonly access: Access;
  readonly summary: string;
};
