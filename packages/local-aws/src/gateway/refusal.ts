/**
 * Answers to what is refused before the API is known. AWS answers plain pages of its own there, which nobody can shape;
 * these are problems like the others, with codes that exist locally only.
 */
import type { IncomingMessage } from 'node:http';
import type { GatewayAnswer, Headers } from './gateway-answer.ts';

/** API Gateway's limit of the request line and the header values together, in bytes. */
const mostHeadBytes = 10_240;

const refusals = {
  REQUEST_HEAD_TOO_LARGE: {
    status: 431,
    title: 'The request line and headers are too large',
    detail: 'Send at most 10,240 bytes of them: a shorter query, fewer or shorter headers.',
  },
  MALFORMED_REQUEST: {
    status: 400,
    title: 'The request is not HTTP',
    detail: 'Check how the request is written: the gateway could not read it.',
  },
} as const;

/** True for a request that API Gateway would not take. */
export const isHeadTooLarge = ({
  method = '',
  url = '',
  httpVersion,
  rawHeaders,
}: Pick<IncomingMessage, 'httpVersion' | 'method' | 'rawHeaders' | 'url'>): boolean => {
  const values = rawHeaders.filter((_, index) => index % 2 === 1);
  const bytes = Buffer.byteLength(`${method} ${url} HTTP/${httpVersion}${values.join('')}`);
  return bytes > mostHeadBytes;
};

export const refusalAnswer = (
  code: keyof typeof refusals,
  requestId: string,
  cors: Headers,
): GatewayAnswer => {
  const { status, title, detail } = refusals[code];
  return {
    status,
    headers: {
      ...cors,
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
      'x-request-id': requestId,
    },
    body: JSON.stringify({
      type: `urn:bbws:order-service:error:${code}`,
      title,
      status,
      detail,
      code,
      requestId,
      success: false,
      error: title,
      message: detail,
    }),
  };
};
