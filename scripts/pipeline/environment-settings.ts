/** The repository's environments as GitHub has them: settings that no file of the repository can hold. */
import * as v from 'valibot';
import type { GitHubApi } from './github-api.ts';

const Reviewer = v.pipe(
  v.object({
    type: v.string(),
    reviewer: v.object({ slug: v.optional(v.string()), login: v.optional(v.string()) }),
  }),
  v.transform(({ type, reviewer }) =>
    type === 'Team' ? (reviewer.slug ?? '?') : `the person ${reviewer.login ?? '?'}`,
  ),
);

/** Of each kind of rule the fields that it has; a kind that is not known here is left alone. */
const Rule = v.object({
  type: v.string(),
  wait_timer: v.optional(v.number()),
  prevent_self_review: v.optional(v.boolean()),
  reviewers: v.optional(v.array(Reviewer)),
});

const Environment = v.object({
  protection_rules: v.array(Rule),
  can_admins_bypass: v.optional(v.boolean()),
  deployment_branch_policy: v.nullable(v.object({ custom_branch_policies: v.boolean() })),
});

const Policies = v.object({
  branch_policies: v.array(v.object({ name: v.string(), type: v.optional(v.string()) })),
});

export type EnvironmentSettings = {
  /** Slugs of teams, or words for single persons. */
  readonly reviewers: readonly string[];
  readonly selfReview: boolean;
  readonly waitMinutes: number;
  readonly adminsBypass: boolean;
  /** Which may deploy; `undefined` when any may. */
  readonly branches: readonly string[] | undefined;
};

/** Reads one environment. @throws Error when it does not exist */
export const readEnvironmentSettings = async (
  api: GitHubApi,
  name: string,
): Promise<EnvironmentSettings> => {
  const environment = await api(`/environments/${name}`, Environment);
  const rules = environment.protection_rules;
  const review = rules.find(({ type }) => type === 'required_reviewers');
  return {
    reviewers: review?.reviewers ?? [],
    selfReview: review?.prevent_self_review !== true,
    waitMinutes: rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
    adminsBypass: environment.can_admins_bypass !== false,
    branches: await readBranches(api, name, environment),
  };
};

const readBranches = async (
  api: GitHubApi,
  name: string,
  { deployment_branch_policy }: v.InferOutput<typeof Environment>,
): Promise<readonly string[] | undefined> => {
  if (deployment_branch_policy?.custom_branch_policies !== true) return undefined;
  const { branch_policies } = await api(
    `/environments/${name}/deployment-branch-policies`,
    Policies,
  );
  return branch_policies.map((one) => (one.type === 'tag' ? `the tag ${one.name}` : one.name));
};
