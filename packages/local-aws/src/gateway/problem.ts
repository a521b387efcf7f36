/** The gateway's own answers, as RFC 9457 problems with the fields of the service's errors (R-API-15). */
import type { GatewayAnswer, Headers } from './gateway-answer.ts';

const problems = {
  UNAUTHORIZED: {
    status: 401,
    title: 'You are not signed in',
    detail: 'Send a valid ID token: Authorization: Bearer <token>.',
  },
  MISSING_AUTHENTICATION_TOKEN: {
    status: 403,
    title: 'There is no such route',
    detail: 'The API knows no such method and path.',
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    title: 'The request is too large',
    detail: 'A request has at most 10 MB.',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: 'Something went wrong on our side',
    detail: 'Try again later.',
  },
  BAD_GATEWAY: {
    status: 502,
    title: 'The service gave no usable answer',
    detail: 'Try again later.',
  },
  INTEGRATION_TIMEOUT: {
    status: 504,
    title: 'The service took too long',
    detail: 'The request may still be carried out. Try again later.',
  },
} as const;

export type ProblemCode = keyof typeof problems;

export const problemAnswer = (
  code: ProblemCode,
  requestId: string,
  headers: Headers,
): GatewayAnswer => {
  const { status, title, detail } = problems[code];
  return {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
    body: JSON.stringify({
      type: 'about:blank',
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
