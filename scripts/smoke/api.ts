/** The deployed API: sends requests as a browser of the portal would, in time, and remembers every answer. */
import { makeOrderClient, type OrderClient } from '@bbws/client';
import { faultOf } from '../lib/fault-of.ts';
import type { Answer } from './answer.ts';
import { Unanswered } from './outcome.ts';

export type ApiOptions = {
  /** Where the API is, without the version and without a slash at the end. */
  readonly baseUrl: string;
  /** An origin that browsers may call from. */
  readonly origin: string;
  /** Longest wait for an answer, in milliseconds. */
  readonly requestMs: number;
  /** Ends every request. */
  readonly signal: AbortSignal;
};

type CallOptions = {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
};

export type Api = {
  /** A request as it is written, with a token or without; for answers that a good client never gets. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
  /** The portal's client. It repeats nothing: what fails once is a finding. */
  readonly clientOf: (token: string) => OrderClient;
  /** Every answer so far, oldest first. */
  readonly answers: readonly Answer[];
  /** What lies at an address that needs no login. */
  readonly download: (url: string) => Promise<Download>;
};

type Download = { readonly status: number; readonly bytes: Uint8Array };

/** Requests throw Unanswered when no whole answer comes in time. */
export const makeApi = ({ baseUrl, origin, requestMs, signal }: ApiOptions): Api => {
  const answers: Answer[] = [];
  const pathOf = (url: string) => url.replace(baseUrl, '');

  /** What `read` makes of the answer, within the time that a request has. */
  const inTime = async <T>(
    what: string,
    request: Request | string,
    read: (response: Response) => Promise<T>,
  ): Promise<T> => {
    const limit = AbortSignal.timeout(requestMs);
    const own = request instanceof Request ? [request.signal] : [];
    const signals = AbortSignal.any([signal, limit, ...own]);
    try {
      return await read(await fetch(request, { redirect: 'manual', signal: signals }));
    } catch (error) {
      signal.throwIfAborted();
      const why = limit.aborted ? `no answer within ${requestMs / 1000} s` : faultOf(error);
      throw new Unanswered(`${what}: ${why}`, { cause: error });
    }
  };

  const send = async (request: Request): Promise<Response> => {
    request.headers.set('Origin', origin);
    const path = pathOf(request.url);
    return inTime(`${request.method} ${path}`, request, async (response) => {
      const copy = response.clone();
      const { status, headers } = response;
      answers.push({ method: request.method, path, status, headers, text: await copy.text() });
      return response;
    });
  };

  return {
    answers,
    call: async (method, path, { token, headers = {}, body } = {}) => {
      await send(
        new Request(`${baseUrl}${path}`, {
          method,
          headers: { ...(token !== undefined && { Authorization: `Bearer ${token}` }), ...headers },
          ...(body !== undefined && {
            body: typeof body === 'string' ? body : JSON.stringify(body),
          }),
        }),
      );
      const answer = answers.at(-1);
      if (!answer) throw new Error('No answer was remembered.');
      return answer;
    },
    clientOf: (token) =>
      makeOrderClient({ baseUrl, token: () => token, fetch: send, retry: { attempts: 1 } }),
    download: (url) =>
      inTime('The download of the invoice', url, async (response) => ({
        status: response.status,
        bytes: new Uint8Array(await response.arrayBuffer()),
      })),
  };
};
