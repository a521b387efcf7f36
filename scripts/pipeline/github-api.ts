/** Reads GitHub's API, and says which permission is missing when it may not. */
import * as v from 'valibot';
import { runVariable } from './run-context.ts';

export type GitHubApi = <Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
) => Promise<v.InferOutput<Schema>>;

type Deps = {
  readonly fetch: typeof fetch;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

const timeoutMs = 20_000;

/**
 * The API of the repository that the job runs in: paths begin after its name, as in `/environments/dev`.
 * An answer is parsed by its schema. Throws Error for any other answer than 200, UsageError outside of a job.
 */
export const githubApi = ({ fetch, environment }: Deps): GitHubApi => {
  const [api, repository, token] = (
    ['GITHUB_API_URL', 'GITHUB_REPOSITORY', 'GITHUB_TOKEN'] as const
  ).map((name) => runVariable(name, environment));
  return async (path, schema) => {
    const response = await fetch(`${api ?? ''}/repos/${repository ?? ''}${path}`, {
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token ?? ''}`,
        'x-github-api-version': '2022-11-28',
      },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok)
      throw new Error(`GitHub answered ${response.status} to ${path}${hint(response.status)}.`);
    const result = v.safeParse(schema, await response.json());
    if (result.success) return result.output;
    const [issue] = result.issues;
    throw new Error(
      `GitHub answered ${path} otherwise than it used to: ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`,
    );
  };
};

const hint = (status: number): string => {
  if (status === 403) return ': the job needs the permission "actions: read"';
  return status === 404
    ? ': it does not exist, or the job lacks the permission "actions: read"'
    : '';
};
