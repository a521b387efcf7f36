/** What of the repository's settings is not as .github/environments.json has it. Pure. */
import { planEnvironment, type DeliveryRules, type EnvironmentName } from './delivery-rules.ts';
import type { EnvironmentSettings } from './environment-settings.ts';

type Wanted = {
  readonly environment: string;
  /** `undefined` where nobody approves. */
  readonly team: string | undefined;
  readonly waitMinutes: number;
};

/** The environments that a deployment passes, in their order, and what each must be. */
export const wantedEnvironments = (
  name: EnvironmentName,
  { approvals, waitMinutes }: DeliveryRules,
): readonly Wanted[] => [
  { environment: planEnvironment(name), team: undefined, waitMinutes: 0 },
  ...approvals.map(({ environment, team }, index) => ({
    environment,
    team,
    waitMinutes: index === approvals.length - 1 ? waitMinutes : 0,
  })),
];

/** A line for everything that differs; none when the environment is as wanted. */
export const settingsProblems = (
  { branch, selfReview }: DeliveryRules,
  { environment, team, waitMinutes }: Wanted,
  actual: EnvironmentSettings,
): readonly string[] => {
  const reviewers = team === undefined ? [] : [team];
  const differs: readonly (readonly [boolean, string])[] = [
    [
      actual.reviewers.join() !== reviewers.join(),
      `reviewers must be ${list(reviewers)}, not ${list(actual.reviewers)}`,
    ],
    [
      team !== undefined && actual.selfReview !== selfReview,
      selfReview
        ? 'whoever starts a deployment may approve it here: allow self-review'
        : 'nobody may approve a deployment of their own: prevent self-review',
    ],
    [
      actual.waitMinutes !== waitMinutes,
      `the wait timer must be ${waitMinutes} minutes, not ${actual.waitMinutes}`,
    ],
    [team !== undefined && actual.adminsBypass, 'administrators must not pass by the reviewers'],
    [
      actual.branches?.join() !== branch,
      `the branch ${branch} alone may deploy, not ${actual.branches ? list(actual.branches) : 'any'}`,
    ],
  ];
  return differs.filter(([isWrong]) => isWrong).map(([, words]) => `${environment}: ${words}`);
};

const list = (names: readonly string[]): string =>
  names.length === 0 ? 'nobody' : names.join(', ');
