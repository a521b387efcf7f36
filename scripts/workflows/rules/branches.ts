/** What starts a deployment: its branch. */
import { deployments, type Rule } from '../house.ts';
import type { Workflow } from '../model.ts';

/** dev by every push to its branch, sit by a push or by hand, prod by hand alone. */
const wanted = (environment: 'dev' | 'sit' | 'prod', branch: string) =>
  ({
    dev: { push: [branch] },
    sit: { push: [branch], workflow_dispatch: undefined },
    prod: { workflow_dispatch: undefined },
  })[environment];

const startsOf = ({ on }: Workflow) =>
  Object.fromEntries(Object.entries(on).map(([event, trigger]) => [event, trigger?.branches]));

export const branches: Rule = (house) =>
  deployments(house).flatMap(({ environment, workflow, rules: { branch } }) => {
    const [is, must] = [workflow && startsOf(workflow), wanted(environment, branch)].map((one) =>
      JSON.stringify(Object.entries(one ?? {}).toSorted()),
    );
    return is === must
      ? []
      : [`${workflow?.name ?? environment}: must be started by ${must ?? ''}, not by ${is ?? ''}`];
  });

/** Nothing else runs with the rights of a branch: checks run for pull requests, and when they are called. */
export const starts: Rule = (house) => {
  const deploying = deployments(house).map(({ workflow }) => workflow?.name);
  return house.workflows
    .filter(({ name }) => !deploying.includes(name))
    .flatMap(({ name, on }) =>
      Object.entries(on)
        .filter(
          ([event, trigger]) =>
            !['pull_request', 'workflow_call'].includes(event) || trigger?.branches,
        )
        .map(([event]) => `${name}: ${event} must not start it, or not for some branches only`),
    );
};
