/** Who approves a deployment: the chain of environments in .github/environments.json, each after the one before it. */
import {
  planEnvironment,
  type DeliveryRules,
  type EnvironmentName,
} from '../../pipeline/delivery-rules.ts';
import { deployments, type Rule } from '../house.ts';
import type { Workflow } from '../model.ts';
import { jobsBefore, jobsIn, runsCommand, takes } from './graph.ts';

const chain = (name: EnvironmentName, { approvals }: DeliveryRules): readonly string[] => [
  planEnvironment(name),
  ...approvals.map(({ environment }) => environment),
];

/** Plan, then approvals in their order, the last of which deploys; one job for each, and no other environment. */
const chainProblems = (
  workflow: Workflow,
  name: EnvironmentName,
  rules: DeliveryRules,
): readonly string[] => {
  const environments = chain(name, rules);
  const ids = environments.map((one) => jobsIn(workflow, one).map(([id]) => id));
  const used = Object.values(workflow.jobs).map(({ environment }) => environment?.name);
  return [
    ...environments.flatMap((environment, index) => {
      const [id, ...more] = ids[index] ?? [];
      if (id === undefined || more.length > 0) return [`exactly one job must be in ${environment}`];
      const [before] = ids[index - 1] ?? [];
      const isChained =
        index === 0 || (before !== undefined && workflow.jobs[id]?.needs.includes(before));
      return isChained
        ? []
        : [`${id} must need ${before ?? 'the one before'}: approvals are chained`];
    }),
    ...used
      .filter((one) => one !== undefined && !environments.includes(one))
      .map((one) => `${one ?? ''} is no environment of ${name}`),
  ];
};

/** What the jobs of the chain do, and that nothing lets them begin after a failure. */
const jobProblems = (
  workflow: Workflow,
  name: EnvironmentName,
  rules: DeliveryRules,
): readonly string[] => {
  const last = rules.approvals.at(-1)?.environment;
  return Object.entries(workflow.jobs).flatMap(([id, job]) => {
    const environment = job.environment?.name;
    const approves =
      environment !== undefined && environment !== last && environment !== planEnvironment(name);
    const looks = `pnpm pipeline approvals --env ${name} --through ${environment ?? ''}`;
    return [
      ...(takes(job, 'deploy') === (environment !== undefined && environment === last)
        ? []
        : [`${id}: the job in ${last ?? ''} deploys, and no other`]),
      ...(takes(job, 'plan') === (environment === planEnvironment(name))
        ? []
        : [`${id}: the job in ${planEnvironment(name)} plans, and no other`]),
      ...(approves && !runsCommand(job, looks) ? [`${id} must run "${looks}"`] : []),
      ...(id !== 'notify' && (job.if !== undefined || job['continue-on-error'] !== undefined)
        ? [`${id} must have no if and no continue-on-error: it begins after success alone`]
        : []),
      ...job.steps
        .filter((step) => step.if !== undefined || step['continue-on-error'] !== undefined)
        .map(
          ({ run, uses }) =>
            `${id}: "${run ?? uses ?? ''}" must have no if and no continue-on-error`,
        ),
    ];
  });
};

/** Before anything is planned a job looks whether GitHub's settings are as the file has them: a workflow can't say them. */
const guardProblems = (workflow: Workflow, name: EnvironmentName): readonly string[] =>
  jobsIn(workflow, planEnvironment(name)).flatMap(([id]) => {
    const before = [...jobsBefore(workflow, id)].flatMap((one) => workflow.jobs[one] ?? []);
    return ['branch', 'settings']
      .map((command) => `pnpm pipeline ${command} --env ${name}`)
      .filter((command) => !before.some((job) => runsCommand(job, command)))
      .map((command) => `a job before ${id} must run "${command}"`);
  });

export const approvals: Rule = (house) =>
  deployments(house).flatMap(({ environment, workflow, rules }) =>
    workflow === undefined
      ? [`${rules.workflow} is missing`]
      : [
          ...chainProblems(workflow, environment, rules),
          ...jobProblems(workflow, environment, rules),
          ...guardProblems(workflow, environment),
        ].map((problem) => `${workflow.name}: ${problem}`),
  );

/** Environments, and so approvals and secrets, belong to deployments. */
export const environmentsElsewhere: Rule = (house) => {
  const deploying = deployments(house).map(({ workflow }) => workflow?.name);
  return house.workflows
    .filter(({ name }) => !deploying.includes(name))
    .flatMap(({ name, jobs }) =>
      Object.entries(jobs)
        .filter(([, job]) => job.environment !== undefined)
        .map(([id]) => `${name}: ${id} must have no environment`),
    );
};
