/** The body of every error that is answered: RFC 9457, with the fields of the older form beside it (R-API-15). */
import type { FieldError } from './domain-error.ts';
import { errorCatalogue, type ErrorCode } from './error-catalogue.ts';

export type Problem = {
  readonly code: ErrorCode;
  /** What is wrong this time, a sentence without personal data; the catalogue's title when not given. */
  readonly message?: string | undefined;
  /** What support finds the request by. */
  readonly requestId: string;
  /** What is wrong with which field. */
  readonly errors?: readonly FieldError[] | undefined;
};

/** The document. Its `detail` says what is wrong and then, in the catalogue's words, what to do about it. */
export const problemDocument = ({ code, message, requestId, errors }: Problem) => {
  const { status, title, action } = errorCatalogue[code];
  const detail = `${message ?? `${title}.`} ${action}`;
  return {
    type: `urn:bbws:order-service:error:${code}`,
    title,
    status,
    detail,
    code,
    requestId,
    ...(errors && { errors }),
    success: false,
    error: title,
    message: detail,
  };
};
