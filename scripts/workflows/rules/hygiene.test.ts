/** A mistake that any workflow can have is noticed. */
import { describe, expect, test } from '@jest/globals';
import { houseOf, sourceFiles } from '../house.ts';
import { broken } from '../testing/broken.ts';
import { calls } from './calls.ts';
import { concurrency } from './concurrency.ts';
import { covered } from './covered.ts';
import { checkout, expressions, limits, triggers } from './hygiene.ts';

const test1 = 'test.yml';

describe('What every workflow has is missed when', () => {
  test.each([
    ['a job has no end', limits, '    timeout-minutes: 60\n', '', 'tests needs timeout-minutes'],
    [
      'a job may last too long',
      limits,
      'timeout-minutes: 60',
      'timeout-minutes: 360',
      'tests needs timeout-minutes',
    ],
    ['a runner is any', limits, 'ubuntu-24.04', 'ubuntu-latest', 'tests must run on ubuntu-24.04'],
    [
      'a runner is ours',
      limits,
      'runs-on: ubuntu-24.04',
      'runs-on: [self-hosted]',
      'tests must run on ubuntu-24.04',
    ],
    [
      'strangers start it',
      triggers,
      '  pull_request:',
      '  pull_request_target:',
      'pull_request_target must not start',
    ],
    [
      'another workflow starts it',
      triggers,
      '  pull_request:',
      '  workflow_run: {}',
      'workflow_run must not start',
    ],
    [
      'a script holds an expression',
      expressions,
      'pnpm zips check',
      'echo ${{ github.ref }}',
      'pass values by env',
    ],
    [
      'a title is used',
      expressions,
      'AWS_BACKEND: embedded',
      'T: ${{ github.event.pull_request.title }}',
      'github.event. must not be used',
    ],
    [
      'every secret is handed on',
      expressions,
      'AWS_BACKEND: embedded',
      'T: ${{ toJson(secrets) }}',
      'toJSON(secrets) must not be used',
    ],
    [
      'a token stays on disk',
      checkout,
      'persist-credentials: false',
      'fetch-depth: 0',
      'tests: checkout must have',
    ],
    [
      'other code is checked out',
      checkout,
      'persist-credentials: false',
      'persist-credentials: false\n          ref: main',
      'tests: checkout must have',
    ],
    [
      'a group is any run’s',
      concurrency,
      'group: test-',
      'group: x-',
      'concurrency must be a group by event',
    ],
    [
      'a branch’s run is cancelled',
      concurrency,
      "${{ github.event_name == 'pull_request' }}",
      'true',
      'concurrency must be a group by event',
    ],
    [
      'a command is run nowhere else',
      covered,
      'pnpm demo',
      'pnpm surprise',
      'pnpm surprise" is neither in .ci/run',
    ],
    [
      'a command has other arguments than in .ci/run',
      covered,
      'storm --orders 300',
      'storm --orders 3',
      'is neither in .ci/run',
    ],
    [
      'a command has other variables than in .ci/run',
      covered,
      'AWS_BACKEND: embedded',
      'AWS_BACKEND: localstack',
      '"AWS_BACKEND=localstack pnpm test" is neither in .ci/run',
    ],
    [
      'a command has none of the variables that it has in .ci/run',
      covered,
      'pnpm demo\n        env:\n          AWS_BACKEND: embedded',
      'pnpm demo',
      '"pnpm demo" is neither in .ci/run',
    ],
    [
      'a job changes what its commands run',
      covered,
      '  guarantees:\n',
      '  guarantees:\n    env:\n      NODE_OPTIONS: --no-warnings\n',
      '"NODE_OPTIONS=--no-warnings pnpm simulate exhaustive" is neither in .ci/run',
    ],
  ] as const)('%s', (_, rule, words, instead, problem) => {
    expect(rule(broken(`workflows/${test1}`, words, instead)).join('\n')).toContain(problem);
  });

  test.each([
    ['deployments overtake each other', 'group: deploy-prod', 'group: deploy-${{ github.ref }}'],
    [
      'a deployment is ended in the middle',
      'cancel-in-progress: false',
      'cancel-in-progress: true',
    ],
  ])('%s', (_, words, instead) => {
    expect(concurrency(broken('promote-prod.yml', words, instead)).join()).toContain(
      'concurrency must be the group deploy-prod',
    );
  });

  test('a command is said to be tested where it is not', () => {
    const house = houseOf(sourceFiles());
    const tested = { 'pnpm zips compare': 'scripts/workflows/workflows.test.ts' };
    const problems = covered({ ...house, coverage: { ...house.coverage, tested } });

    expect(problems).toContain(
      '.github/steps.json: scripts/workflows/workflows.test.ts does not run "pnpm zips compare"',
    );
  });

  test('steps.json has a line that no step needs', () => {
    const house = broken('deploy/action.yml', 'pnpm templates upload --env', 'pnpm check --env');

    expect(covered(house)).toContain('.github/steps.json: no step runs "pnpm templates upload"');
  });
});

describe('A call is noticed that', () => {
  test.each([
    ['misses an input', 'region: eu-west-1', 'x-region: eu-west-1', 'needs the input region'],
    [
      'has one too many',
      'region: eu-west-1',
      'region: eu-west-1\n          colour: red',
      'has no input colour',
    ],
    [
      'names no action',
      './.github/actions/plan',
      './.github/actions/plot',
      './.github/actions/plot does not exist',
    ],
    [
      'takes what the action does not give',
      'steps.plan.outputs.seal',
      'steps.plan.outputs.wax',
      'nothing gives steps.plan.outputs.wax',
    ],
    [
      'takes what the workflow does not give',
      'needs.test.outputs.digests',
      'needs.test.outputs.zips',
      'nothing gives needs.test.outputs.zips',
    ],
  ])('%s', (_, words, instead, problem) => {
    expect(calls(broken('deploy-dev.yml', words, instead)).join('\n')).toContain(problem);
  });
});
