/** Whether a deployment comes from the branch of its environment. Pure. */
import type { DeliveryRules } from './delivery-rules.ts';

/** What is wrong with that ref; `undefined` when it is the branch. A tag of the same name is not. */
export const branchProblem = (
  { branch, workflow }: Pick<DeliveryRules, 'branch' | 'workflow'>,
  ref: string,
): string | undefined =>
  ref === `refs/heads/${branch}`
    ? undefined
    : `${workflow} deploys from the branch ${branch}, not from ${ref}. Start it there: gh workflow run ${workflow} --ref ${branch}`;
