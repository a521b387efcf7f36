/** Reads a function's configuration, once, at cold start (R-TEC-04). */
import { whereInvalid } from '@bbws/domain/parse';
import * as v from 'valibot';
import { variables, type VariableName } from './variables.ts';

/** The configuration is wrong: the function cannot start. Names every bad variable, and quotes none. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const everyVariable = v.object(variables);
/** What every function reads. */
const everywhere = v.pick(everyVariable, ['ENVIRONMENT', 'LOG_LEVEL']);

/** What `readEnv` gives for the variables of those names. */
export type Env<Names extends readonly [VariableName, ...VariableName[]]> = ReturnType<
  typeof readEnv<Names>
>;

/**
 * `ENVIRONMENT`, `LOG_LEVEL` and the variables of those names, parsed. Throws `EnvironmentError` with a line for each
 * that is missing or malformed.
 * @param environment `process.env`, handed over by the wiring file
 */
export const readEnv = <const Names extends readonly [VariableName, ...VariableName[]]>(
  environment: Readonly<Record<string, string | undefined>>,
  names: Names,
) => {
  const result = v.safeParse(v.intersect([everywhere, v.pick(everyVariable, names)]), environment);
  if (result.success) return result.output;
  throw new EnvironmentError(
    ['The configuration of this function is wrong:', ...new Set(result.issues.map(describe))].join(
      '\n  ',
    ),
  );
};

const describe = (issue: v.BaseIssue<unknown>): string => {
  const name = v.getDotPath(issue) ?? '';
  if (issue.input === undefined) return `${name} is not set`;
  return issue.message.startsWith('Invalid')
    ? `${name} does not fit: ${whereInvalid([issue])}`
    : `${name} ${issue.message}`;
};
