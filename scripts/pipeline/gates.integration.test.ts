/** The questions of `pnpm pipeline`, asked as a job asks them. */
import { describe, expect, test } from '@jest/globals';
import { runCommand } from '../testing/run-command.ts';
import { aReview, environmentAnswers, inJob, type Answers } from './testing/fake-github.ts';

const pipeline = (answers: Answers, args: string[], env: Record<string, string> = {}) =>
  inJob(answers, (job) => runCommand('scripts/pipeline.ts', args, { ...job.env, ...env }));

describe('pnpm pipeline branch', () => {
  test('says yes on the branch of the environment', async () => {
    const ran = await pipeline({}, ['branch', '--env', 'prod']);

    expect(ran).toMatchObject({ code: 0, stdout: 'The branch is main.\n' });
  });

  test.each(['refs/heads/develop', 'refs/tags/main'])(
    'says no on %s, and what to do',
    async (ref) => {
      const ran = await pipeline({}, ['branch', '--env', 'prod'], { GITHUB_REF: ref });

      expect(ran.code).toBe(1);
      expect(ran.stderr).toContain(
        `promote-prod.yml deploys from the branch main, not from ${ref}.`,
      );
      expect(ran.stderr).toContain('gh workflow run promote-prod.yml --ref main');
    },
  );

  test('says where it belongs outside of a job', async () => {
    const ran = await runCommand('scripts/pipeline.ts', ['branch', '--env', 'prod']);

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('GITHUB_REF is missing or wrong. This command runs in a job');
  });
});

describe('pnpm pipeline settings', () => {
  test.each(['dev', 'sit', 'prod'] as const)('says yes to %s as the file has it', async (name) => {
    const ran = await pipeline(environmentAnswers(name), ['settings', '--env', name]);

    expect(ran).toMatchObject({ code: 0, stderr: '' });
  });

  test('names each setting that differs', async () => {
    const answers = {
      ...environmentAnswers('prod'),
      '/environments/prod': { protection_rules: [], deployment_branch_policy: null },
    };

    const ran = await pipeline(answers, ['settings', '--env', 'prod']);

    expect(ran.code).toBe(1);
    expect(ran.stderr.trim().split('\n')).toEqual([
      'prod: reviewers must be order-devops, not nobody',
      'prod: nobody may approve a deployment of their own: prevent self-review',
      'prod: the wait timer must be 30 minutes, not 0',
      'prod: administrators must not pass by the reviewers',
      'prod: the branch main alone may deploy, not any',
    ]);
  });

  test('says what to do about an environment that is missing', async () => {
    const ran = await pipeline({}, ['settings', '--env', 'dev']);

    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(
      /GitHub answered 404 to \/environments\/dev.*: it does not exist, or/,
    );
  });
});

describe('pnpm pipeline hours', () => {
  test.each([
    ['prod', '2026-11-30T10:00:00+02:00', 0, 'It is time.'],
    ['prod', '2026-11-30T18:00:00+02:00', 1, 'out of hours'],
    ['dev', '2026-11-29T03:00:00+02:00', 0, 'Any time will do.'],
  ])('answers for %s at %s with %i', async (name, at, code, words) => {
    const ran = await runCommand('scripts/pipeline.ts', ['hours', '--env', name, '--at', at]);

    expect(ran.code).toBe(code);
    expect(ran.stdout + ran.stderr).toContain(words);
  });
});

describe('pnpm pipeline rollback-plan', () => {
  test.each([
    ['https://github.com/bbws/order-service/issues/7', 0],
    ['http://example.com/plan', 1],
    ['$(rm -rf /)', 1],
  ])('answers %s with %i', async (link, code) => {
    const ran = await runCommand('scripts/pipeline.ts', ['rollback-plan', '--link', link]);

    expect(ran.code).toBe(code);
  });
});

describe('pnpm pipeline approvals', () => {
  const reviews = [
    aReview('prod-tech-lead', 'thandi'),
    aReview('prod-product-owner', 'pieter'),
    aReview('prod', 'devi'),
  ];
  const path = '/actions/runs/7/approvals';

  test('says who approved', async () => {
    const ran = await pipeline({ [path]: reviews }, ['approvals', '--env', 'prod']);

    expect(ran).toMatchObject({
      code: 0,
      stdout: 'prod-tech-lead: thandi\nprod-product-owner: pieter\nprod: devi\n',
    });
  });

  test('counts everybody who approved, in whichever attempt', async () => {
    const again = [aReview('prod-tech-lead', 'devi'), ...reviews, aReview('prod', 'devi')];

    const ran = await pipeline({ [path]: again }, ['approvals', '--env', 'prod']);

    expect(ran).toMatchObject({
      code: 1,
      stderr: 'prod: devi approved as tech lead already; DevOps must be somebody else\n',
    });
  });

  test('says no while one is missing, and yes to those before it', async () => {
    const answers = { [path]: reviews.slice(0, 1) };

    const all = await pipeline(answers, ['approvals', '--env', 'prod']);
    const first = await pipeline(answers, [
      'approvals',
      '--env',
      'prod',
      '--through',
      'prod-tech-lead',
    ]);

    expect(all.code).toBe(1);
    expect(all.stderr).toContain('prod-product-owner: no product owner approved this run');
    expect(first.code).toBe(0);
  });
});

test.each(['rejected', 'pending'])('A review that is %s is no approval', async (state) => {
  const reviews = [aReview('dev', 'thandi', state)];

  const ran = await pipeline({ '/actions/runs/7/approvals': reviews }, [
    'approvals',
    '--env',
    'dev',
  ]);

  expect(ran).toMatchObject({ code: 1, stderr: 'dev: no lead developer approved this run\n' });
});

test('pnpm pipeline explains itself', async () => {
  const ran = await runCommand('scripts/pipeline.ts', ['--help']);

  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain('pnpm pipeline find-package  --env E');
});
