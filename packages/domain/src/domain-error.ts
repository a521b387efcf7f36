/** Errors that mean something to a caller. Everything else is a fault and answers 500 without detail. */
import type { ErrorCode } from './error-catalogue.ts';

/** What is wrong with one field. */
export type FieldError = {
  /** JSON pointer to the field (RFC 6901), empty for the whole. */
  readonly path: string;
  readonly message: string;
};

export type ErrorDetails = {
  readonly errors?: readonly FieldError[];
  /** When trying again makes sense, in seconds. */
  readonly retryAfterSeconds?: number;
};

/** A refusal that the caller can understand: `code` from the catalogue, `message` a sentence without personal data. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
