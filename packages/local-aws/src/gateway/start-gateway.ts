/** The API's local front: node:http on the outside, API Gateway on the inside. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { startHttpServer, type HttpServer } from '../http-server.ts';
import type { TokenIssuer } from '../token-issuer.ts';
import { corsHeaders } from './cors.ts';
import type { GatewayAnswer } from './gateway-answer.ts';
import type { GatewayRequest } from './gateway-request.ts';
import { handleRequest, type GatewayDeps } from './handle-request.ts';
import { problemAnswer } from './problem.ts';
import { readBody } from './read-body.ts';
import { tokenAnswer, tokenPath } from './token-answer.ts';

/** API Gateway's limit of a payload. */
const mostBytes = 10 * 1024 * 1024;

const pairsOf = (rawHeaders: readonly string[]): [string, string][] =>
  rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );

const toRequest = (message: IncomingMessage, requestId: string, body: Buffer): GatewayRequest => {
  // Cut by hand: `new URL` would resolve dots and rewrite what the caller sent.
  const [path = '/', ...query] = (message.url ?? '/').split('?');
  return {
    requestId,
    method: message.method ?? 'GET',
    path,
    query: new URLSearchParams(query.join('?')),
    headers: pairsOf(message.rawHeaders),
    body,
    sourceIp: message.socket.remoteAddress ?? '127.0.0.1',
  };
};

const send = (response: ServerResponse, requestId: string, answer: GatewayAnswer): void => {
  response.writeHead(answer.status, {
    ...answer.headers,
    'x-amzn-requestid': requestId,
    'content-length': Buffer.byteLength(answer.body),
  });
  response.end(answer.body);
};

export type ServerDeps = GatewayDeps & {
  readonly issue: TokenIssuer['issue'];
  /** Told of faults of the gateway itself; the caller gets a 500 without detail. */
  readonly onError: (error: unknown) => void;
};

const answerTo = async (
  deps: ServerDeps,
  message: IncomingMessage,
  requestId: string,
): Promise<GatewayAnswer> => {
  const body = await readBody(message, mostBytes);
  if (!body) {
    const cors = corsHeaders(deps.allowedOrigins, message.headers.origin);
    return problemAnswer('REQUEST_TOO_LARGE', requestId, cors);
  }
  const request = toRequest(message, requestId, body);
  if (request.path === tokenPath) return tokenAnswer(deps.issue, request.query);
  return handleRequest(deps, request);
};

/** `port` 0 takes any free one. */
export const startGateway = (deps: ServerDeps, port: number): Promise<HttpServer> =>
  startHttpServer('API gateway', port, (message, response) => {
    const requestId = randomUUID();
    const respond = async () => {
      try {
        send(response, requestId, await answerTo(deps, message, requestId));
      } catch (error) {
        deps.onError(error);
        const cors = corsHeaders(deps.allowedOrigins, message.headers.origin);
        send(response, requestId, problemAnswer('INTERNAL_ERROR', requestId, cors));
      }
    };
    void respond();
  });
