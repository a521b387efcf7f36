/** Actions and workflows of this repository get what they ask for, and give what is taken from them. */
import type { House, Rule } from '../house.ts';
import type { Workflow } from '../model.ts';

type Inputs = Readonly<Record<string, { readonly required: boolean }>>;

const inputProblems = (
  inputs: Inputs,
  given: Readonly<Record<string, string>>,
): readonly string[] => [
  ...Object.entries(inputs)
    .filter(([name, { required }]) => required && given[name] === undefined)
    .map(([name]) => `needs the input ${name}`),
  ...Object.keys(given)
    .filter((name) => !(name in inputs))
    .map((name) => `has no input ${name}`),
];

/** Inputs of local actions. */
const actionCalls = ({ actions }: House, { jobs }: Workflow): readonly string[] =>
  Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ uses }) => uses?.startsWith('./'))
    .flatMap(({ uses = '', with: given }) => {
      const action = actions.find(({ name }) => uses === `./.github/actions/${name}`);
      if (action === undefined) return [`${uses} does not exist`];
      return inputProblems(action.inputs, given).map((problem) => `${uses} ${problem}`);
    });

/** Outputs that a job takes from a step with a local action, or from a job that calls a workflow. */
const outputsTaken = (house: House, { jobs }: Workflow): readonly string[] =>
  Object.values(jobs).flatMap((job) => {
    const taken = [...JSON.stringify(job).matchAll(/(needs|steps)\.([\w-]+)\.outputs\.([\w-]+)/g)];
    return taken.flatMap(([all, kind, id = '', output = '']) => {
      const known =
        kind === 'needs' ? outputsOfJob(house, jobs[id]) : outputsOfStep(house, job, id);
      return known?.includes(output) === false ? [`nothing gives ${all}`] : [];
    });
  });

const outputsOfJob = ({ workflows }: House, job: Workflow['jobs'][string] | undefined) => {
  if (job?.uses === undefined) return Object.keys(job?.outputs ?? {});
  const called = workflows.find(({ name }) => job.uses === `./.github/workflows/${name}`);
  return Object.keys(called?.on['workflow_call']?.outputs ?? {});
};

const outputsOfStep = ({ actions }: House, job: Workflow['jobs'][string], id: string) => {
  const step = job.steps.find((one) => one.id === id);
  if (step === undefined) return [];
  const action = actions.find(({ name }) => step.uses === `./.github/actions/${name}`);
  // What a command or an action of others puts out is not known here.
  return action === undefined ? undefined : Object.keys(action.outputs);
};

export const calls: Rule = (house) =>
  house.workflows.flatMap((workflow) =>
    [...actionCalls(house, workflow), ...outputsTaken(house, workflow)].map(
      (problem) => `${workflow.name}: ${problem}`,
    ),
  );
