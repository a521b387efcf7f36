/** Where a deployment goes: role, account, region and address, each once more in terraform/. */
import { readFileSync } from 'node:fs';
import { root } from '../../lib/root.ts';
import { planEnvironment, type EnvironmentName } from '../../pipeline/delivery-rules.ts';
import { deployments, type House, type Rule } from '../house.ts';
import type { Workflow } from '../model.ts';

/** Role of each action, as terraform/bootstrap makes it. */
export const roleArn = (
  action: 'plan' | 'deploy',
  name: EnvironmentName,
  account: string,
): string =>
  `arn:aws:iam::${account}:role/github-2-bbws-order-lambda-${action === 'plan' ? 'plan-' : ''}${name}`;

const actionProblems = (
  workflow: Workflow,
  name: EnvironmentName,
  house: House,
): readonly string[] => {
  const target = house.accounts[name];
  return (['plan', 'deploy'] as const).flatMap((action) =>
    Object.values(workflow.jobs)
      .flatMap(({ steps }) => steps)
      .filter(({ uses }) => uses === `./.github/actions/${action}`)
      .flatMap(({ with: given }) =>
        Object.entries({
          environment: name,
          region: target?.regions[0],
          role: roleArn(action, name, target?.accountId ?? ''),
        })
          .filter(([input, value]) => given[input] !== value)
          .map(
            ([input, value]) =>
              `${action}: ${input} must be ${value ?? 'known'}, not ${given[input] ?? 'missing'}`,
          ),
      ),
  );
};

/** Numbers of accounts that a workflow names, and that are another environment's. */
const strangers = ({ file: { text } }: Workflow, account: string | undefined): readonly string[] =>
  [...new Set(text.match(/(?<![0-9a-f])\d{12}(?![0-9a-f])/g) ?? [])]
    .filter((one) => one !== account)
    .map((one) => `${one} is no account of this environment`);

/** The environment's role, region and address, in the plan as in the deployment; and no other account. */
export const targets: Rule = (house) =>
  deployments(house).flatMap(({ environment, workflow }) => {
    if (workflow === undefined) return [];
    const target = house.accounts[environment];
    const address = Object.values(workflow.jobs).find((job) => job.environment?.url)?.environment
      ?.url;
    return [
      ...actionProblems(workflow, environment, house),
      ...(address === `https://${target?.apiDomain ?? ''}`
        ? []
        : [`the address must be https://${target?.apiDomain ?? ''}`]),
      ...strangers(workflow, target?.accountId),
    ].map((problem) => `${workflow.name}: ${problem}`);
  });

/** The names in the OIDC tokens that the account of an environment trusts, as terraform/bootstrap/<name>.tfvars has them. */
export const trustedEnvironments = (name: EnvironmentName, tfvars: string): readonly string[] => {
  const named = /^apply_environments\s*=\s*\[([^\]]*)\]/m.exec(tfvars)?.[1];
  const apply = [...(named ?? '').matchAll(/"([^"]+)"/g)].flatMap(([, one]) => one ?? []);
  return [...(apply.length > 0 ? apply : [name]), planEnvironment(name)];
};

/** A token that no role trusts deploys nothing; a role that trusts another environment is a way around the approvals. */
export const trust: Rule = (house) =>
  deployments(house).flatMap(({ environment, rules }) => {
    const file = `terraform/bootstrap/${environment}.tfvars`;
    const trusted = trustedEnvironments(environment, readFileSync(`${root}/${file}`, 'utf8')).join(
      ', ',
    );
    const asking = [rules.approvals.at(-1)?.environment, planEnvironment(environment)].join(', ');
    return trusted === asking ? [] : [`${file}: the account trusts ${trusted}, and ${asking} ask`];
  });
