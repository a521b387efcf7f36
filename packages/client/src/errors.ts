/** The error for an answer of the API that is no success. */
import type { components, operations } from './generated/api.ts';

type ProblemIn<Responses> = {
  [Status in keyof Responses]: Responses[Status] extends {
    content: { 'application/problem+json': infer Problem };
  }
    ? Problem
    : never;
}[keyof Responses];

type DocumentedProblem = {
  [Name in keyof operations]: ProblemIn<operations[Name]['responses']>;
}[keyof operations];

/**
 * The codes that the operations document, and `UNEXPECTED_ANSWER` for an answer that is not the service's. The gateway's own
 * (docs/api/errors.md: `REQUEST_BLOCKED`, `ROUTE_NOT_FOUND`) are not among them and arrive as text.
 */
export type OrderErrorCode = DocumentedProblem['code'] | 'UNEXPECTED_ANSWER';

type Problem = components['schemas']['Problem'];

/** What is wrong with which field: `path` is a JSON pointer (RFC 6901) into body, path or query. */
export type FieldError = Readonly<NonNullable<Problem['errors']>[number]>;

export type ApiProblem = {
  /** Stable: decide by this one. May be a newer one than this client knows. */
  readonly code: OrderErrorCode | (string & Record<never, never>);
  /** HTTP status. */
  readonly status: number;
  /** What is wrong, in English; may change. */
  readonly title: string;
  /** What is wrong this time and what to do about it, in English; may change. */
  readonly detail: string;
  /** Tell it to support. */
  readonly requestId: string | undefined;
  /** Empty when no field is to blame. */
  readonly errors: readonly FieldError[];
  /** When trying again makes sense, in seconds from the answer. */
  readonly retryAfterSeconds: number | undefined;
};

/** The API refused a call, or could not carry it out. A fault of the network is thrown as fetch throws it. */
export class OrderApiError extends Error implements ApiProblem {
  override readonly name = 'OrderApiError';
  readonly code: ApiProblem['code'];
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string | undefined;
  readonly errors: readonly FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: ApiProblem) {
    super(`${problem.title} (${problem.status} ${problem.code}): ${problem.detail}`);
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.errors = problem.errors;
    this.retryAfterSeconds = problem.retryAfterSeconds;
  }
}
