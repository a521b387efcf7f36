/** Makes the checks one after the other. A failed one does not end the run; an API that does not answer does. */
import { OrderApiError } from '@bbws/client';
import { Mismatch, NotChecked, Unanswered } from './outcome.ts';
import type { Check, Smoke } from './smoke.ts';

export type Result = {
  readonly name: string;
  readonly outcome: 'ok' | 'failed' | 'not checked';
  readonly milliseconds: number;
  /** What was seen, or why nothing was. */
  readonly words?: string | undefined;
  /** Of a failed check: what should have been. */
  readonly expected?: string;
  readonly seen?: string;
};

type Ending = Omit<Result, 'name' | 'milliseconds'>;

export type Listeners = {
  /** Told of each check that is made, when it begins and how it ended. */
  readonly onStart?: ((name: string) => void) | undefined;
  readonly onResult?: ((result: Result) => void) | undefined;
};

/** A result for every check, also for those that were not begun. */
export const runChecks = async (
  smoke: Smoke,
  checks: readonly Check[],
  { onStart, onResult }: Listeners = {},
): Promise<Result[]> => {
  const results: Result[] = [];
  for (const [index, check] of checks.entries()) {
    const started = performance.now();
    onStart?.(check.name);
    const { isLast = false, ...ending } = await endingOf(check, smoke);
    const milliseconds = Math.round(performance.now() - started);
    const result = { name: check.name, milliseconds, ...ending };
    results.push(result);
    onResult?.(result);
    if (isLast || smoke.wait.signal.aborted)
      return [...results, ...checks.slice(index + 1).map(notBegun)];
  }
  return results;
};

const notBegun = ({ name }: Check): Result => ({
  name,
  outcome: 'not checked',
  milliseconds: 0,
  words: 'the run ended before',
});

const endingOf = async (
  { run, expects }: Check,
  smoke: Smoke,
): Promise<Ending & { readonly isLast?: boolean }> => {
  const failed = (expected: string, seen: string) =>
    ({ outcome: 'failed', expected, seen }) as const;
  try {
    return { outcome: 'ok', words: await run(smoke) };
  } catch (error) {
    if (smoke.wait.signal.aborted) return { outcome: 'not checked', words: 'stopped' };
    if (error instanceof NotChecked) return { outcome: 'not checked', words: error.message };
    if (error instanceof Mismatch) return failed(error.expected, error.seen);
    if (error instanceof Unanswered) return { ...failed(expects, error.message), isLast: true };
    return failed(expects, unforeseen(error));
  }
};

/** The message of an error may quote what it is about: it stays out. */
const unforeseen = (error: unknown): string => {
  if (error instanceof OrderApiError)
    return `${error.status} ${error.code}${error.requestId === undefined ? '' : `, request ${error.requestId}`}`;
  return error instanceof Error ? error.name : 'an unknown error';
};
