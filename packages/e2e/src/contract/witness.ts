/** Calls the API, holds every answer to the document, and remembers which outcomes it has seen. */
import { parseAnswer, type ApiAnswer } from '@bbws/lambda/testing/api-answer';
import { misfits, outcome } from '../testing/documented.ts';

export type Operation = {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
};

export type Call = {
  readonly token?: string;
  /** Path as it is sent; the operation's own with sample values unless given. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: unknown;
};

type Witnessed = ApiAnswer & { readonly status: number; readonly headers: Headers };

export type Witness = {
  /** Calls an operation at `apiUrl`; throws when the answer is not what the document says. */
  readonly call: (apiUrl: string, operation: Operation, call?: Call) => Promise<Witnessed>;
  readonly seen: ReadonlySet<string>;
};

const samples: Readonly<Record<string, string>> = {
  orderId: '0b6f3c1e-5d0a-4c8e-9a51-7d2f6f0c9e11',
  tenantId: 'tenant-contract',
};

/** The operation's path with sample values. */
export const samplePath = ({ path }: Operation): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => samples[name] ?? name);

const bodyText = (body: unknown): string =>
  typeof body === 'string' ? body : JSON.stringify(body);

export const makeWitness = (): Witness => {
  const seen = new Set<string>();
  return {
    seen,
    call: async (
      apiUrl,
      operation,
      { token, path = samplePath(operation), headers, body } = {},
    ) => {
      const response = await fetch(`${apiUrl}${path}`, {
        method: operation.method,
        redirect: 'manual',
        headers: { ...(token && { Authorization: `Bearer ${token}` }), ...headers },
        ...(body !== undefined && { body: bodyText(body) }),
      });
      const text = await response.text();
      const contentType = response.headers.get('content-type') ?? '';
      const isJson = contentType.includes('json');
      const { status, headers: answered } = response;
      const content: unknown = isJson ? JSON.parse(text) : text;
      const problems = misfits(operation.operationId, { status, headers: answered, body: content });
      if (problems.length > 0) throw new Error(`${problems.join('\n')}\n${text.slice(0, 500)}`);

      const answer = isJson ? parseAnswer(text) : { success: response.ok, data: {}, errors: [] };
      const page = !isJson && status >= 400 ? contentType.split(';')[0] : undefined;
      seen.add(outcome(operation.operationId, status, answer.code ?? page));
      return { ...answer, status: response.status, headers: response.headers };
    },
  };
};
