/** Deployments of an environment come one after the other, and none is ended in the middle. */
import { deployments, type Rule } from '../house.ts';

const onPullRequest = "${{ github.event_name == 'pull_request' }}";

/** One group for each environment; only checks of a pull request give way to newer ones. */
export const concurrency: Rule = (house) => {
  const deploying = new Map(
    deployments(house).map(({ environment, workflow }) => [workflow?.name, environment]),
  );
  return house.workflows.flatMap(({ name, on, concurrency: has, jobs }) => {
    const environment = deploying.get(name);
    const isOwn = Object.keys(on).some((event) => event !== 'workflow_call');
    const problems = Object.entries(jobs)
      .filter(([, job]) => job.concurrency !== undefined)
      .map(([id]) => `${name}: ${id} must not have a concurrency of its own`);
    if (environment !== undefined)
      return has?.group === `deploy-${environment}` && has['cancel-in-progress'] === 'false'
        ? problems
        : [
            ...problems,
            `${name}: concurrency must be the group deploy-${environment}, with cancel-in-progress: false`,
          ];
    if (!isOwn) return problems;
    return has?.group.startsWith(`${name.replace('.yml', '')}-\${{ github.event_name }}-`) ===
      true && has['cancel-in-progress'] === onPullRequest
      ? problems
      : [
          ...problems,
          `${name}: concurrency must be a group by event, cancelled for pull requests alone`,
        ];
  });
};
