/**
 * Answers to what is refused before the API is known. AWS answers plain pages of its own there, which nobody can shape;
 * these are problems like the others.
 */
import type { IncomingMessage } from 'node:http';
import { errorCatalogue } from '@bbws/domain/error-catalogue';
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
  const { status, title, action: detail } = errorCatalogue[code];
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
