/** Reads an answer that is no success, whoever gave it: the service, its gateway or something in between. */
import { OrderApiError, type FieldError } from './errors.ts';
import { retryAfterSeconds } from './retry-after.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const isFieldError = (value: unknown): value is FieldError =>
  isFields(value) && typeof value['path'] === 'string' && typeof value['message'] === 'string';

const fieldErrors = (value: unknown): readonly FieldError[] =>
  Array.isArray(value) ? value.filter(isFieldError) : [];

const instead = ({ status, headers }: Response) =>
  `Status ${status} with ${headers.get('Content-Type') ?? 'no content type'}: not an answer of the order service.`;

/** The error that `response` means; `body` is its JSON, or its text when it has none. */
export const toOrderApiError = (response: Response, body: unknown): OrderApiError => {
  const problem = isFields(body) ? body : {};
  return new OrderApiError({
    code: text(problem['code']) ?? 'UNEXPECTED_ANSWER',
    status: response.status,
    title: text(problem['title']) ?? 'The answer cannot be read',
    detail: text(problem['detail']) ?? instead(response),
    requestId: text(problem['requestId']) ?? response.headers.get('X-Request-Id') ?? undefined,
    errors: fieldErrors(problem['errors']),
    retryAfterSeconds: retryAfterSeconds(response.headers),
  });
};
