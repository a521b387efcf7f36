/** Finds the run that deployed the same content to the environment before: its zips are promoted, none is built again. */
import * as v from 'valibot';
import type { DeliveryRules } from './delivery-rules.ts';
import type { GitHubApi } from './github-api.ts';

const Runs = v.object({
  workflow_runs: v.array(
    v.object({
      id: v.number(),
      head_sha: v.string(),
      html_url: v.string(),
      head_commit: v.nullable(v.object({ tree_id: v.string() })),
    }),
  ),
});

export type Package = { readonly runId: number; readonly commit: string; readonly address: string };

/** An artifact is kept for 90 days, and a page has 100 runs: what is older is not there any more. */
const query = (branch: string) => `branch=${branch}&status=success&per_page=100`;

/**
 * The newest successful run of `from` whose commit has the same files. A merge has another commit than what was merged, but the
 * same tree; so has the revert of a bad change, whose zips are still those of the run before it.
 * @param tree the git tree of the commit that is promoted
 * @throws Error when there is none, saying what to do
 */
export const findPackage = async (
  api: GitHubApi,
  from: Pick<DeliveryRules, 'branch' | 'workflow'>,
  tree: string,
): Promise<Package> => {
  const { workflow_runs } = await api(
    `/actions/workflows/${from.workflow}/runs?${query(from.branch)}`,
    Runs,
  );
  const run = workflow_runs.find(({ head_commit }) => head_commit?.tree_id === tree);
  if (run) return { runId: run.id, commit: run.head_sha, address: run.html_url };
  throw new Error(
    `No run of ${from.workflow} deployed exactly these files from ${from.branch} in the last 90 days (tree ${tree}). Deploy them there first; then promote them without a change.`,
  );
};
