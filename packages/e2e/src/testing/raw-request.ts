/** Requests as they are written: nothing of path, headers or body is normalised, as `fetch` would. */
import { request } from 'node:http';
import { text } from 'node:stream/consumers';

export type RawRequest = {
  readonly method: string;
  /** Of ISO-8859-1 characters without spaces; each is sent as one byte. */
  readonly path: string;
  /** A name may come twice. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: string | Uint8Array;
};

export type RawAnswer = {
  readonly status: number;
  /** Names in lower case, in the order they came in. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
};

const pairsOf = (rawHeaders: readonly string[]): RawAnswer['headers'] =>
  rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ''] as const] : [],
  );

/** Sends the request and answers what came back; redirects are not followed. */
export const rawRequest = (
  apiUrl: string,
  { method, path, headers = [], body = '' }: RawRequest,
): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { host, hostname, port } = new URL(apiUrl);
    const length = String(Buffer.byteLength(body));
    const all = [['Host', host], ['Content-Length', length], ...headers].flat();
    const sent = request({ hostname, port, method, path, headers: all }, (response) => {
      text(response).then(
        (content) =>
          resolve({
            status: response.statusCode ?? 0,
            headers: pairsOf(response.rawHeaders),
            text: content,
          }),
        reject,
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

const ownHeaders = new Set(['date', 'x-request-id', 'x-amzn-requestid']);

/** An answer without what tells one request from the next: its id and the time. */
export const anonymous = ({ status, headers, text: body }: RawAnswer): RawAnswer => ({
  status,
  headers: headers.filter(([name]) => !ownHeaders.has(name)),
  text: body.replace(/"requestId":"[^"]*"/, '"requestId":"…"'),
});
