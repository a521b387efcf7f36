/** The API's local front: node:http on the outside, API Gateway on the inside. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { startHttpServer, type HttpServer } from '../http-server.ts';
import { answerClientError } from './answer-client-error.ts';
import { corsHeaders } from './cors.ts';
import type { GatewayAnswer } from './gateway-answer.ts';
import type { GatewayRequest } from './gateway-request.ts';
import { handleRequest, type GatewayDeps } from './handle-request.ts';
import { localAnswer, type LocalDeps } from './local-answer.ts';
import { problemAnswer } from './problem.ts';
import { readBody } from './read-body.ts';
import { isHeadTooLarge, refusalAnswer } from './refusal.ts';

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

export type ServerDeps = GatewayDeps &
  LocalDeps & {
    /** Told of faults of the gateway itself; the caller gets a problem without detail. */
    readonly onError: (error: unknown) => void;
  };

const answerTo = async (
  deps: ServerDeps,
  message: IncomingMessage,
  requestId: string,
): Promise<GatewayAnswer> => {
  const cors = corsHeaders(deps.allowedOrigins, message.headers.origin);
  const body = await readBody(message, mostBytes);
  if (isHeadTooLarge(message)) return refusalAnswer('REQUEST_HEAD_TOO_LARGE', requestId, cors);
  if (!body) return problemAnswer('REQUEST_TOO_LARGE', requestId, cors);
  const request = toRequest(message, requestId, body);
  return (await localAnswer(deps, request)) ?? handleRequest(deps, request);
};

/** `port` 0 takes any free one. */
export const startGateway = (deps: ServerDeps, port: number): Promise<HttpServer> =>
  startHttpServer(
    'API gateway',
    port,
    (message, response) => {
      const requestId = randomUUID();
      const respond = async () => {
        try {
          send(response, requestId, await answerTo(deps, message, requestId));
        } catch (error) {
          deps.onError(error);
          const cors = corsHeaders(deps.allowedOrigins, message.headers.origin);
          send(response, requestId, problemAnswer('DEFAULT_5XX', requestId, cors));
        }
      };
      void respond();
    },
    answerClientError,
  );
