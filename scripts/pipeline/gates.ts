/** The commands of `pnpm pipeline` that say yes or no: may this be deployed, from here, now, by these people? */
import { readFileSync } from 'node:fs';
import { answer } from '../lib/answer.ts';
import { readOptions, required } from '../lib/arguments.ts';
import { root } from '../lib/root.ts';
import { approvalProblems, readApprovers } from './approvals.ts';
import { branchProblem } from './branch.ts';
import { closedBecause } from './business-hours.ts';
import { api, named, text } from './common.ts';
import { environmentOf, readDeliveryRules } from './delivery-rules.ts';
import { readEnvironmentSettings } from './environment-settings.ts';
import { help } from './help.ts';
import { placeholders } from './placeholders.ts';
import { rollbackPlanProblem } from './rollback-plan.ts';
import { runVariable } from './run-context.ts';
import { settingsProblems, wantedEnvironments } from './settings-problems.ts';
import { timeOf } from './time-of.ts';

export const gates = {
  branch: (args: readonly string[]) => {
    const { rules } = named(args);
    const problem = branchProblem(rules, runVariable('GITHUB_REF', process.env));
    return answer(problem === undefined ? [] : [problem], `The branch is ${rules.branch}.`);
  },
  settings: async (args: readonly string[]) => {
    const { name, rules } = named(args);
    const github = api();
    const problems = await Promise.all(
      wantedEnvironments(name, rules).map(async (wanted) =>
        settingsProblems(rules, wanted, await readEnvironmentSettings(github, wanted.environment)),
      ),
    );
    return answer(
      problems.flat(),
      `GitHub’s settings for ${name} are as .github/environments.json has them.`,
    );
  },
  placeholders: (args: readonly string[]) => {
    const files = ['terraform', 'terraform/bootstrap'].map(
      (folder) => `${folder}/${named(args).name}.tfvars`,
    );
    const marked = files.flatMap((file) =>
      placeholders(file, readFileSync(`${root}/${file}`, 'utf8')),
    );
    return answer(marked, `${files.join(' and ')} have no placeholder left.`);
  },
  hours: (args: readonly string[]) => {
    const { env, at } = readOptions(help, { env: text, at: text }, args);
    const { businessHours: isBound } = readDeliveryRules()[environmentOf(env)];
    const closed = isBound ? closedBecause(timeOf(at)) : undefined;
    return answer(
      closed === undefined ? [] : [closed],
      isBound ? 'It is time.' : 'Any time will do.',
    );
  },
  'rollback-plan': (args: readonly string[]) => {
    const { link } = readOptions(help, { link: text }, args);
    const problem = rollbackPlanProblem(required('link', link));
    return answer(problem === undefined ? [] : [problem], 'The rollback plan is a page.');
  },
  approvals: async (args: readonly string[]) => {
    const { env, through } = readOptions(help, { env: text, through: text }, args);
    const rules = readDeliveryRules()[environmentOf(env)];
    const approvers = await readApprovers(api(), runVariable('GITHUB_RUN_ID', process.env));
    const startedBy = (['GITHUB_ACTOR', 'GITHUB_TRIGGERING_ACTOR'] as const).map((one) =>
      runVariable(one, process.env),
    );
    const problems = approvalProblems(rules, approvers, startedBy, through);
    return answer(
      problems,
      [...approvers].map(([one, logins]) => `${one}: ${logins.join(', ')}`).join('\n'),
    );
  },
};
