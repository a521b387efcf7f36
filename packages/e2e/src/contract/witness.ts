/** Calls the API, holds every answer to the document, and remembers which outcomes it has seen. */
import type { Route } from '@bbws/api/route';
import { parseAnswer, type ApiAnswer } from '@bbws/lambda/testing/api-answer';
import { misfits, outcome } from '../testing/documented.ts';

export type Call = {
  readonly token?: string;
  /** Path as it is sent; the route's own with sample values unless given. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: unknown;
};

type Witnessed = ApiAnswer & { readonly status: number; readonly headers: Headers };

export type Witness = {
  /** Calls a route at `apiUrl`; throws when the answer is not what the document says. */
  readonly call: (apiUrl: string, route: Route, call?: Call) => Promise<Witnessed>;
  readonly seen: ReadonlySet<string>;
};

const samples: Readonly<Record<string, string>> = {
  orderId: '0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11',
  tenantId: 'tenant-contract',
};

/** The route's path with sample values. */
export const samplePath = ({ path }: Route): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => samples[name] ?? name);

const bodyText = (body: unknown): string =>
  typeof body === 'string' ? body : JSON.stringify(body);

export const makeWitness = (): Witness => {
  const seen = new Set<string>();
  return {
    seen,
    call: async (apiUrl, route, { token, path = samplePath(route), headers, body } = {}) => {
      const response = await fetch(`${apiUrl}${path}`, {
        method: route.method,
        redirect: 'manual',
        headers: { ...(token && { Authorization: `Bearer ${token}` }), ...headers },
        ...(body !== undefined && { body: bodyText(body) }),
      });
      const text = await response.text();
      const contentType = response.headers.get('content-type') ?? '';
      const isJson = contentType.includes('json');
      const problems = misfits(route.operationId, {
        status: response.status,
        contentType,
        body: isJson ? JSON.parse(text) : text,
      });
      if (problems.length > 0) throw new Error(`${problems.join('\n')}\n${text.slice(0, 500)}`);

      const answer = isJson ? parseAnswer(text) : { success: response.ok, data: {}, errors: [] };
      seen.add(outcome(route.operationId, response.status, answer.code));
      return { ...answer, status: response.status, headers: response.headers };
    },
  };
};
