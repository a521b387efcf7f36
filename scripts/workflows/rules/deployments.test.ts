/** A mistake in a deployment is noticed: who approves, from where, to where. */
import { describe, expect, test } from '@jest/globals';
import { houseOf, sourceFiles } from '../house.ts';
import { broken, withWorkflow, workflowText } from '../testing/broken.ts';
import { approvals, environmentsElsewhere } from './approvals.ts';
import { branches, starts } from './branches.ts';
import { news, wayBack } from './production.ts';
import { targets, trust, trustedEnvironments } from './targets.ts';

const prod = 'promote-prod.yml';

describe('The rule of approvals notices', () => {
  test.each([
    [
      'an approval that is left out',
      prod,
      '    environment: prod-product-owner\n',
      '',
      'exactly one job must be in prod-product-owner',
    ],
    [
      'one that two jobs share',
      prod,
      'environment: prod-tech-lead',
      'environment: prod-product-owner',
      'exactly one job must be in prod-tech-lead',
    ],
    [
      'one that does not wait for the one before',
      prod,
      'needs: [tech-lead]',
      'needs: [plan]',
      'product-owner must need tech-lead',
    ],
    [
      'a deployment that does not wait for the approval before',
      'promote-sit.yml',
      'needs: [package, plan, tech-lead]',
      'needs: [package, plan]',
      'deploy must need tech-lead',
    ],
    [
      'an approval before the plan is shown',
      'promote-sit.yml',
      'needs: [plan]',
      'needs: [package]',
      'tech-lead must need plan',
    ],
    [
      'a job that begins after a failure',
      prod,
      '  deploy:\n',
      '  deploy:\n    if: ${{ always() }}\n',
      'deploy must have no if',
    ],
    [
      'a job that may fail',
      prod,
      '  product-owner:\n',
      '  product-owner:\n    continue-on-error: true\n',
      'product-owner must have no if and no continue-on-error',
    ],
    [
      'a step that may fail',
      prod,
      '- run: pnpm zips provenance\n',
      '- run: pnpm zips provenance\n        continue-on-error: true\n',
      '"pnpm zips provenance" must have no if',
    ],
    [
      'a deployment from the environment that plans',
      prod,
      'uses: ./.github/actions/plan',
      'uses: ./.github/actions/deploy',
      'plan: the job in prod deploys, and no other',
    ],
    [
      'an approval that nobody looks at',
      prod,
      '- run: pnpm pipeline approvals --env prod --through prod-tech-lead',
      '- run: pnpm check',
      'tech-lead must run',
    ],
    [
      'settings that nobody looks at',
      'deploy-dev.yml',
      '- run: pnpm pipeline settings --env dev',
      '- run: pnpm check',
      'must run "pnpm pipeline settings --env dev"',
    ],
    [
      'a guard that nobody waits for',
      'deploy-dev.yml',
      'package, guard]',
      'package]',
      'must run "pnpm pipeline branch --env dev"',
    ],
    [
      'an environment of another deployment',
      'deploy-dev.yml',
      '  guard:\n',
      '  guard:\n    environment: sit\n',
      'sit is no environment of dev',
    ],
  ])('%s', (_, file, words, instead, problem) => {
    expect(approvals(broken(file, words, instead)).join('\n')).toContain(problem);
  });

  test('a workflow that is not there', () => {
    const house = houseOf(sourceFiles().filter(({ path }) => !path.endsWith(prod)));

    expect(approvals(house)).toEqual(['promote-prod.yml is missing']);
  });

  test('an environment in a workflow that deploys nothing', () => {
    const house = withWorkflow('more.yml', workflowText('environment: prod'));

    expect(environmentsElsewhere(house)).toEqual(['more.yml: job must have no environment']);
  });
});

describe('The rule of branches notices', () => {
  test.each([
    ['another branch', 'deploy-dev.yml', '[develop]', '[main]', '["main"]'],
    [
      'one branch more',
      'promote-sit.yml',
      '[release]',
      '[release, develop]',
      '["release","develop"]',
    ],
    [
      'a push that deploys to production',
      prod,
      '  workflow_dispatch:',
      '  push:\n    branches: [main]\n  workflow_dispatch:',
      'push',
    ],
  ])('%s', (_, file, words, instead, problem) => {
    expect(branches(broken(file, words, instead)).join()).toContain(problem);
  });

  test('a check that runs for a branch', () => {
    const house = withWorkflow('more.yml', workflowText('', 'push:\n    branches: [main]'));

    expect(starts(house)).toEqual([
      'more.yml: push must not start it, or not for some branches only',
    ]);
  });
});

describe('The rule of targets notices', () => {
  test.each([
    [
      'the role of another environment',
      'deploy-dev.yml',
      'lambda-plan-dev',
      'lambda-plan-sit',
      'plan: role must be',
    ],
    [
      'the account of another environment',
      prod,
      '093646564004:role/github-2-bbws-order-lambda-prod',
      '815856636111:role/github-2-bbws-order-lambda-prod',
      '815856636111 is no account of this environment',
    ],
    [
      'the role that deploys in the plan',
      'promote-sit.yml',
      'lambda-plan-sit',
      'lambda-sit',
      'plan: role must be',
    ],
    [
      'another region',
      prod,
      'region: af-south-1',
      'region: eu-west-1',
      'plan: region must be af-south-1, not eu-west-1',
    ],
    [
      'another environment',
      'promote-sit.yml',
      'environment: sit\n          region',
      'environment: prod\n          region',
      'plan: environment must be sit',
    ],
    [
      'another address',
      'promote-sit.yml',
      'api-sit.bbws.io',
      'api.bbws.io',
      'the address must be https://api-sit.bbws.io',
    ],
  ])('%s', (_, file, words, instead, problem) => {
    expect(targets(broken(file, words, instead)).join('\n')).toContain(problem);
  });

  test('that a role trusts others than those who ask', () => {
    const house = houseOf(sourceFiles());
    const { prod: rules } = house.delivery;
    const last = { environment: 'prod-devops', role: 'DevOps', team: 'order-devops' };
    const delivery = { ...house.delivery, prod: { ...rules, approvals: [last] } };

    expect(trust({ ...house, delivery })).toEqual([
      'terraform/bootstrap/prod.tfvars: the account trusts prod, prod-plan, and prod-devops, prod-plan ask',
    ]);
  });

  test('which environments a var file names', () => {
    expect(trustedEnvironments('sit', 'apply_environments = ["a", "b"]')).toEqual([
      'a',
      'b',
      'sit-plan',
    ]);
    expect(trustedEnvironments('sit', 'environment = "sit"')).toEqual(['sit', 'sit-plan']);
  });
});

describe('The rules of production notice', () => {
  test.each([
    [
      'a rollback plan that may be missing',
      'required: true',
      'required: false',
      'rollback_plan must be a required input',
    ],
    [
      'a rollback plan that nobody looks at',
      '- run: pnpm pipeline rollback-plan --link "$ROLLBACK_PLAN"',
      '- run: pnpm check',
      'rollback-plan --link',
    ],
    [
      'an hour that nobody looks at',
      '- run: pnpm pipeline hours --env prod',
      '- run: pnpm check',
      'pnpm pipeline hours --env prod',
    ],
    [
      'an hour of another environment',
      '- run: pnpm pipeline hours --env prod',
      '- run: pnpm pipeline hours --env dev',
      'pnpm pipeline hours --env prod',
    ],
  ])('%s', (_, words, instead, problem) => {
    expect(wayBack(broken(prod, words, instead)).join()).toContain(problem);
  });

  test.each([
    ['only after success', 'if: ${{ always() }}', 'if: ${{ success() }}'],
    ['without waiting for every job', 'product-owner, deploy]', 'deploy]'],
    ['of another environment', 'notify --env prod', 'notify --env sit'],
  ])('news %s', (_, words, instead) => {
    expect(news(broken(prod, words, instead))).toEqual([
      'promote-prod.yml: notify must need every other job, run always, and tell',
    ]);
  });
});
