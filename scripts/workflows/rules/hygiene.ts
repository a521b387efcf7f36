/** What every workflow here has, whatever it does. */
import type { House, Rule } from '../house.ts';
import type { Step } from '../model.ts';

const longestMinutes = 90;
const events = ['push', 'pull_request', 'workflow_call', 'workflow_dispatch'];

/** Jobs end by themselves, on a runner of GitHub whose version is known. */
export const limits: Rule = ({ workflows }) =>
  workflows.flatMap(({ name, jobs }) =>
    Object.entries(jobs)
      .filter(([, { uses }]) => uses === undefined)
      .flatMap(([id, job]) => {
        const minutes = job['timeout-minutes'] ?? Infinity;
        return [
          ...(minutes <= longestMinutes
            ? []
            : [`${name}: ${id} needs timeout-minutes, ${longestMinutes} at most`]),
          ...(job['runs-on'] === 'ubuntu-24.04' ? [] : [`${name}: ${id} must run on ubuntu-24.04`]),
        ];
      }),
  );

/** pull_request_target, workflow_run and comments run with the rights of the repository on what strangers wrote. */
export const triggers: Rule = ({ workflows }) =>
  workflows.flatMap(({ name, on }) =>
    Object.keys(on)
      .filter((event) => !events.includes(event))
      .map((event) => `${name}: ${event} must not start a workflow`),
  );

/** All steps, with words for where each stands, and every variable that its workflow and job give it. */
export const allSteps = ({
  workflows,
  actions,
}: House): readonly (Step & { readonly where: string })[] => [
  ...workflows.flatMap(({ name, env, jobs }) =>
    Object.entries(jobs).flatMap(([id, job]) =>
      job.steps.map((step) => ({
        ...step,
        env: { ...env, ...job.env, ...step.env },
        where: `${name}: ${id}`,
      })),
    ),
  ),
  ...actions.flatMap(({ name, runs }) =>
    runs.steps.map((step) => ({ ...step, where: `action ${name}` })),
  ),
];

/** An expression in a script is pasted into it before the shell reads it: what somebody typed becomes a command. */
export const expressions: Rule = (house) => [
  ...allSteps(house)
    .filter(({ run = '' }) => run.includes('${{'))
    .map(
      ({ where, run = '' }) =>
        `${where}: pass values by env, not by an expression in "${run.split('\n')[0] ?? ''}"`,
    ),
  ...[...house.workflows, ...house.actions].flatMap(({ file: { path, text } }) =>
    ['github.event.', 'github.head_ref', 'toJSON(secrets)', 'toJSON(github)', 'secrets: inherit']
      .filter((bad) => text.toLowerCase().includes(bad.toLowerCase()))
      .map(
        (bad) => `${path}: ${bad} must not be used: it holds what strangers wrote, or every secret`,
      ),
  ),
];

/** The token that checked the code out does not stay on disk for whatever runs later; and it is the code of the run. */
export const checkout: Rule = (house) =>
  allSteps(house)
    .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    .filter(
      ({ with: given }) =>
        given['persist-credentials'] !== 'false' || Object.keys(given).length > 1,
    )
    .map(({ where }) => `${where}: checkout must have persist-credentials: false and nothing else`);
