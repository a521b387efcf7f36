/** Who approved this run: as many people as there are approvals, each of them another. */
import * as v from 'valibot';
import type { DeliveryRules } from './delivery-rules.ts';
import type { GitHubApi } from './github-api.ts';

const Reviews = v.array(
  v.object({
    state: v.string(),
    user: v.object({ login: v.string() }),
    environments: v.array(v.object({ name: v.string() })),
  }),
);

/** Logins of whoever approved, by environment: several where the run was started again, and GitHub does not say which came last. */
type Approvers = ReadonlyMap<string, readonly string[]>;

/** The approvals of a run, of all its attempts. A rejection ends the run, so what is not approved there is not yet reviewed. */
export const readApprovers = async (api: GitHubApi, runId: string): Promise<Approvers> => {
  const reviews = await api(`/actions/runs/${runId}/approvals`, Reviews);
  const approvers = new Map<string, string[]>();
  for (const { state, user, environments } of reviews)
    for (const { name } of state === 'approved' ? environments : [])
      approvers.set(name, [...new Set([...(approvers.get(name) ?? []), user.login])]);
  return approvers;
};

/**
 * What is wrong with the approvals up to that environment: one that is missing (an administrator may have passed it by), one by
 * whoever started the run, two by one person. GitHub lets somebody who is in two teams approve for both.
 * @param startedBy whoever started the run, and whoever started it again
 * @param through the last approval to look at; all when missing
 * @throws Error when it is none of the approvals
 */
export const approvalProblems = (
  { approvals, selfReview }: Pick<DeliveryRules, 'approvals' | 'selfReview'>,
  approvers: Approvers,
  startedBy: readonly string[],
  through?: string,
): readonly string[] => {
  const last = through ?? approvals.at(-1)?.environment;
  const end = approvals.findIndex(({ environment }) => environment === last);
  if (end < 0) throw new Error(`${last ?? 'Nobody'} is no approval of this environment.`);
  const seen = new Map<string, string>();
  return approvals.slice(0, end + 1).flatMap(({ environment, role }) => {
    const logins = approvers.get(environment) ?? [];
    if (logins.length === 0) return [`${environment}: no ${role} approved this run`];
    return logins.flatMap((login) => {
      const before = seen.get(login);
      seen.set(login, role);
      if (before !== undefined)
        return [
          `${environment}: ${login} approved as ${before} already; ${role} must be somebody else`,
        ];
      return startedBy.includes(login) && !selfReview
        ? [`${environment}: ${login} started this run and must not approve it`]
        : [];
    });
  });
};
