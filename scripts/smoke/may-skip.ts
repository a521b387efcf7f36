/** What the caller expects to be left unchecked. Pure. */
import { UsageError } from '../lib/arguments.ts';
import type { Result } from './run-checks.ts';

/**
 * Names of checks, from a list with commas; an empty text names none.
 * @throws UsageError for a name that no check has
 */
export const mayBeSkipped = (text: string, checks: readonly string[]): readonly string[] => {
  const names = text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const unknown = names.find((name) => !checks.includes(name));
  if (unknown === undefined) return names;
  throw new UsageError(
    `--may-skip: there is no check "${unknown}". There are: ${checks.join(', ')}.`,
  );
};

/** Names of the checks that were not made although nobody said that they may be left out. */
export const skippedUnasked = (
  results: readonly Pick<Result, 'name' | 'outcome'>[],
  maySkip: readonly string[],
): readonly string[] =>
  results
    .filter(({ name, outcome }) => outcome === 'not checked' && !maySkip.includes(name))
    .map(({ name }) => name);
