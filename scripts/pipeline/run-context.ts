/** What GitHub Actions tells a job about itself, in its environment variables. */
import * as v from 'valibot';
import { UsageError } from '../lib/arguments.ts';

const variables = {
  GITHUB_ACTOR: v.pipe(v.string(), v.nonEmpty()),
  GITHUB_API_URL: v.pipe(v.string(), v.url()),
  GITHUB_OUTPUT: v.pipe(v.string(), v.nonEmpty()),
  GITHUB_REF: v.pipe(v.string(), v.startsWith('refs/')),
  GITHUB_REPOSITORY: v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/)),
  GITHUB_RUN_ID: v.pipe(v.string(), v.digits()),
  GITHUB_SERVER_URL: v.pipe(v.string(), v.url()),
  GITHUB_SHA: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
  GITHUB_STEP_SUMMARY: v.pipe(v.string(), v.nonEmpty()),
  GITHUB_TOKEN: v.pipe(v.string(), v.nonEmpty()),
  GITHUB_TRIGGERING_ACTOR: v.pipe(v.string(), v.nonEmpty()),
};
type Name = keyof typeof variables;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * One variable of the job.
 * @throws UsageError when it is missing or has another form: the command runs in a job, or the job forgot to pass it
 */
export const runVariable = (name: Name, environment: Environment): string => {
  const { success, output } = v.safeParse(variables[name], environment[name]);
  if (success) return output;
  throw new UsageError(
    `${name} is missing or wrong. This command runs in a job of GitHub Actions${name === 'GITHUB_TOKEN' ? ', with "GITHUB_TOKEN: ${{ github.token }}" in the env of its step' : ''}.`,
  );
};
