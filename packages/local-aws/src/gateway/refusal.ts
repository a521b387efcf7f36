/**
 * Answers to what is refused before the API is known. AWS answers plain pages of its own there, which nobody can shape;
 * these are problems like the others.
 */
import type { IncomingMessage } from 'node:http';
import { problemDocument } from '@bbws/domain/problem-document';
import type { GatewayAnswer, Headers } from './gateway-answer.ts';

/** API Gateway's limit of the request line and the header values together, in bytes. */
const mostHeadBytes = 10_240;

type Refusal = 'MALFORMED_REQUEST' | 'REQUEST_HEAD_TOO_LARGE';

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

export const refusalAnswer = (code: Refusal, requestId: string, cors: Headers): GatewayAnswer => {
  const document = problemDocument({ code, requestId });
  return {
    status: document.status,
    headers: {
      ...cors,
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
      'x-request-id': requestId,
    },
    body: JSON.stringify(document),
  };
};
