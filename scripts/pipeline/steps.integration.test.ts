/** What `pnpm pipeline` hands from one job to the next. */
import { execFileSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { root } from '../lib/root.ts';
import { inFolder } from '../testing/in-folder.ts';
import { runCommand } from '../testing/run-command.ts';
import { inJob, type Answers } from './testing/fake-github.ts';

/** What the command said, and what its step handed on. */
const pipeline = (answers: Answers, args: string[], env: Record<string, string> = {}) =>
  inJob(answers, async (job) => {
    const ran = await runCommand('scripts/pipeline.ts', args, { ...job.env, ...env });
    return { ...ran, outputs: await job.outputs(), summary: await job.summary() };
  });

const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], {
  cwd: root,
  encoding: 'utf8',
}).trim();

describe('pnpm pipeline find-package', () => {
  const runs = (workflow: string, branch: string, trees: string[]) => ({
    [`/actions/workflows/${workflow}/runs?branch=${branch}&status=success&per_page=100`]: {
      workflow_runs: trees.map((tree_id, index) => ({
        id: 40 - index,
        head_sha: String(index).repeat(40),
        html_url: `https://github.com/bbws/order-service/actions/runs/${40 - index}`,
        head_commit: { tree_id },
      })),
    },
  });

  test('puts out the newest run that deployed the same files to the environment before', async () => {
    const answers = runs('deploy-dev.yml', 'develop', ['other', tree, tree]);

    const ran = await pipeline(answers, ['find-package', '--env', 'sit']);

    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(
      'deployed to dev by https://github.com/bbws/order-service/actions/runs/39',
    );
    expect(ran.outputs).toBe(`run-id=39\ncommit=${'1'.repeat(40)}\n`);
  });

  test('promotes nothing that was not deployed as it is', async () => {
    const ran = await pipeline(runs('promote-sit.yml', 'release', ['other']), [
      'find-package',
      '--env',
      'prod',
    ]);

    expect(ran).toMatchObject({ code: 1, outputs: '' });
    expect(ran.stderr).toContain(
      'No run of promote-sit.yml deployed exactly these files from release',
    );
  });

  test('finds nothing for dev, which builds', async () => {
    const ran = await pipeline({}, ['find-package', '--env', 'dev']);

    expect(ran).toMatchObject({ code: 1, stderr: 'dev builds its own zips.\n' });
  });
});

test('pnpm pipeline show-plan shows what terraform shows, on the run’s page', async () => {
  const ran = await inFolder(async (folder) => {
    await writeFile(`${folder}/terraform`, '#!/bin/sh\necho "Plan for: $*"\n');
    await chmod(`${folder}/terraform`, 0o755);
    const PATH = `${folder}:${process.env['PATH'] ?? ''}`;
    return pipeline({}, ['show-plan', '--env', 'dev'], { PATH });
  });

  expect(ran.code).toBe(0);
  expect(ran.summary).toContain(
    '## Terraform’s plan for dev\n\n```\nPlan for: -chdir=terraform show -no-color dev.tfplan\n',
  );
});

test('pnpm pipeline seal says what is missing where nothing was planned', async () => {
  const ran = await runCommand('scripts/pipeline.ts', ['seal', '--env', 'prod']);

  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain('prod.tfplan');
});

describe('pnpm pipeline notify', () => {
  test('says what happened, and that nobody can be told without an address', async () => {
    const NEEDS = JSON.stringify({ deploy: { result: 'success', outputs: {} } });

    const ran = await pipeline({}, ['notify', '--env', 'dev'], { NEEDS });

    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('dev runs ccccccc. Started by ayanda.');
    expect(ran.stderr).toContain('NOTIFY_WEBHOOK_URL is missing');
  });

  test('needs to know how the jobs went', async () => {
    const ran = await pipeline({}, ['notify', '--env', 'dev']);

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('"NEEDS: ${{ toJSON(needs) }}"');
  });
});
