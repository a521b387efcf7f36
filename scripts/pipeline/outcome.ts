/** What became of a deployment, in a line or two for whoever reads the team's channel. Pure. */
import * as v from 'valibot';

/** The `needs` context of GitHub Actions. */
export const Needs = v.record(
  v.string(),
  v.object({ result: v.picklist(['success', 'failure', 'cancelled', 'skipped']) }),
);

type About = {
  readonly environment: string;
  readonly needs: v.InferOutput<typeof Needs>;
  readonly commit: string;
  readonly startedBy: string;
  readonly address: string;
  /** Only production has one. */
  readonly rollbackPlan: string | undefined;
};

/** Succeeded only when every job did. A rejected approval fails its job, and skips what comes after it. */
export const outcome = ({
  environment,
  needs,
  commit,
  startedBy,
  address,
  rollbackPlan,
}: About): string => {
  const jobs = Object.entries(needs);
  const bad = jobs.filter(([, { result }]) => result !== 'success');
  const what =
    bad.length === 0 && jobs.length > 0
      ? `${environment} runs ${commit.slice(0, 7)}`
      : `${environment} was NOT deployed with ${commit.slice(0, 7)}, or not wholly: ${bad.map(([name, { result }]) => `${name} ${result}`).join(', ')}`;
  return [
    `${what}. Started by ${startedBy}. ${address}`,
    ...(rollbackPlan === undefined ? [] : [`Rollback plan: ${rollbackPlan}`]),
  ].join('\n');
};
