/** What the commands of `pnpm pipeline` share. */
import { readOptions } from '../lib/arguments.ts';
import { environmentOf, readDeliveryRules } from './delivery-rules.ts';
import { githubApi } from './github-api.ts';
import { help } from './help.ts';

export const text = { type: 'string' } as const;

/** The environment of `--env`, and its rules. */
export const named = (args: readonly string[]) => {
  const { env } = readOptions(help, { env: text }, args);
  const name = environmentOf(env);
  return { name, rules: readDeliveryRules()[name] };
};

/** The API of the repository that the job runs in. */
export const api = () => githubApi({ fetch, environment: process.env });
