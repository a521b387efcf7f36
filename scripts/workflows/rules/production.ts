/** What is asked of a deployment beside its approvals: a way back and the hour in production, and that people are told. */
import { deployments, type Rule } from '../house.ts';
import { jobsBefore, runsCommand } from './graph.ts';

/** The link to a rollback plan is required; it and the hour are looked at before anything is planned. */
export const wayBack: Rule = (house) =>
  deployments(house)
    .filter(({ rules }) => rules.businessHours)
    .flatMap(({ environment, workflow }) => {
      if (workflow === undefined) return [];
      const before = [...jobsBefore(workflow, 'plan')].flatMap((id) => workflow.jobs[id] ?? []);
      const commands = [
        'pnpm pipeline rollback-plan --link "$ROLLBACK_PLAN"',
        `pnpm pipeline hours --env ${environment}`,
      ];
      const input = workflow.on['workflow_dispatch']?.inputs['rollback_plan'];
      return [
        ...(input?.required === true ? [] : ['rollback_plan must be a required input']),
        ...commands
          .filter((command) => !before.some((job) => runsCommand(job, command)))
          .map((command) => `a job before plan must run "${command}"`),
      ].map((problem) => `${workflow.name}: ${problem}`);
    });

/** Good news and bad: the last job comes after all others, whatever became of them. */
export const news: Rule = (house) =>
  deployments(house).flatMap(({ environment, workflow }) => {
    if (workflow === undefined) return [];
    const { notify, ...others } = workflow.jobs;
    const isTold =
      notify?.if === '${{ always() }}' &&
      notify.needs.toSorted().join() === Object.keys(others).toSorted().join() &&
      runsCommand(notify, `pnpm pipeline notify --env ${environment}`);
    return isTold
      ? []
      : [`${workflow.name}: notify must need every other job, run always, and tell`];
  });
