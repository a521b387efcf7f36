/** Parsing at the borders: what does not fit its schema becomes an error that says where and why. */
import * as v from 'valibot';
import { DomainError, type FieldError } from './domain-error.ts';

type Schema = v.GenericSchema;

/** How many field errors are reported at most: a hostile body could have thousands. */
const mostErrors = 20;

/** The parsed request, or `INVALID_REQUEST` with a JSON pointer per wrong field. */
export const parseRequest = <S extends Schema>(
  schema: S,
  input: unknown,
  what = 'request',
): v.InferOutput<S> => {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw new DomainError('INVALID_REQUEST', `The ${what} is not valid.`, {
    errors: result.issues.slice(0, mostErrors).map(fieldError),
  });
};

const fieldError = (issue: v.BaseIssue<unknown>): FieldError => ({
  path: jsonPointer(issue.path ?? []),
  message: describe(issue),
});

/** What is wrong, for people. valibot's own messages quote what was received, which may be personal: only ours are used. */
const describe = (issue: v.BaseIssue<unknown>): string => {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'is not a known field';
  if (issue.received === 'undefined') return 'is required';
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  return issue.expected === null ? 'is not valid' : `must be ${issue.expected}`;
};

const jsonPointer = (path: readonly { key?: unknown }[]): string =>
  path.map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Where a value does not fit its schema, without the value: `/total: number`. For logs and errors of our own. */
export const whereInvalid = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues
    .slice(0, mostErrors)
    .map((issue) => `${jsonPointer(issue.path ?? []) || '/'}: ${issue.expected ?? issue.type}`)
    .join('; ');
