/** `pnpm zips`, on zips that are as they must be and on others. */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { root } from '../lib/root.ts';
import { inJob } from '../pipeline/testing/fake-github.ts';
import { inFolder } from '../testing/in-folder.ts';
import { runCommand } from '../testing/run-command.ts';
import { zipProblem } from './check-zip.ts';
import { digestProblems, digestsOf } from './digests.ts';
import { functionNames, zipListProblems } from './expected-zips.ts';
import { nodeProblem } from './lambda-node.ts';

const names = functionNames();
const zips = (args: string[], env: Record<string, string> = {}) =>
  runCommand('scripts/zips.ts', args, env);
const ownDigests = async () => JSON.stringify(await digestsOf(`${root}/dist`, names));

// pnpm test has built dist/ a moment ago.
describe('pnpm zips check', () => {
  test('loads what was built', async () => {
    const ran = await zips(['check']);

    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain(`${names.length} zips load under Node.js 24.`);
  });

  test.each([
    [
      'no handler',
      { 'index.mjs': 'export const handle = () => {};' },
      'it exports no function named handler',
    ],
    ['an import that is not there', { 'index.mjs': 'import "left-pad";' }, 'ERR_MODULE_NOT_FOUND'],
    [
      'a file too many',
      { 'index.mjs': '', 'index.test.mjs': '' },
      'must hold index.mjs alone, not index.mjs, index.test.mjs',
    ],
    ['another name', { 'index.js': '' }, 'must hold index.mjs alone, not index.js'],
  ])('refuses a zip with %s', async (_, files, problem) => {
    const found = await inFolder(async (folder) => {
      const entries = Object.entries(files).map(
        ([name, text]) => [name, Buffer.from(text)] as const,
      );
      await writeFile(`${folder}/get.zip`, zipSync(Object.fromEntries(entries)));
      return zipProblem('get', `${folder}/get.zip`);
    });

    expect(found).toContain(problem);
  });

  test('refuses what is no zip', async () => {
    const found = await inFolder(async (folder) => {
      await writeFile(`${folder}/get.zip`, 'PK');
      return zipProblem('get', `${folder}/get.zip`);
    });

    expect(found).toContain('get.zip cannot be read');
  });

  test('names a zip that is missing, and one too many', async () => {
    const found = await inFolder(async (folder) => {
      await writeFile(`${folder}/old.zip`, '');
      return zipListProblems(folder, ['get']);
    });

    expect(found).toEqual([
      'get.zip is missing: run pnpm build',
      'old.zip belongs to no function of functions.json',
    ]);
  });

  test('wants the Node.js that Terraform names', async () => {
    await expect(nodeProblem(root, '24.1.0')).resolves.toBeUndefined();
    await expect(nodeProblem(root, '22.1.0')).resolves.toContain('and Lambda runs 24');
    await inFolder(async (folder) => {
      await mkdir(`${folder}/terraform/modules/function`, { recursive: true });
      await writeFile(`${folder}/terraform/modules/function/main.tf`, 'runtime = var.runtime');

      await expect(nodeProblem(folder, '24.1.0')).resolves.toContain('names no runtime');
    });
  });
});

describe('pnpm zips compare', () => {
  test('says yes to the zips that were packaged and tested', async () => {
    const digests = await ownDigests();

    const ran = await zips(['compare'], { DIGESTS: digests, TESTED: digests });

    expect(ran).toMatchObject({
      code: 0,
      stdout: `${names.length} zips are those that were packaged and tested.\n`,
    });
  });

  test.each(['DIGESTS', 'TESTED'])('says no when one of %s is another', async (variable) => {
    const digests = await ownDigests();
    const other = digests.replace(/"get":"[0-9a-f]{64}"/, `"get":"${'0'.repeat(64)}"`);

    const ran = await zips(['compare'], { DIGESTS: digests, TESTED: digests, [variable]: other });

    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/^get\.zip is [0-9a-f]{64}; what was (?:packaged|tested) 0{64}\n$/);
  });

  test.each(['', '{}x', '{"get":"x"}'])('takes no %j for digests', async (text) => {
    const ran = await zips(['compare'], { DIGESTS: text });

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('DIGESTS must be what pnpm zips digests put out');
  });

  test('names a zip that one side lacks', () => {
    expect(digestProblems('what was tested', { a: '1', b: '2' }, { b: '2', c: '3' })).toEqual([
      'a.zip is missing; what was tested 1',
      'c.zip is 3; what was tested had none',
    ]);
  });
});

test('pnpm zips digests puts out what pnpm zips recorded reads again', async () => {
  const [first, second] = await inJob({}, async ({ env, outputs }) => {
    await zips(['digests'], env);
    const written = await outputs();
    await zips(['recorded'], env);
    return [written, (await outputs()).slice(written.length)];
  });

  expect(first).toBe(`digests=${await ownDigests()}\n`);
  expect(second).toBe(first);
  await expect(readFile(`${root}/dist/digests.json`, 'utf8')).resolves.toContain('"create": "');
});

describe('pnpm zips provenance', () => {
  const withGh = (script: string) =>
    inFolder(async (folder) => {
      await writeFile(`${folder}/gh`, `#!/bin/sh\n${script}\n`);
      await chmod(`${folder}/gh`, 0o755);
      const ran = await zips(['provenance'], {
        PATH: `${folder}:${process.env['PATH'] ?? ''}`,
        GITHUB_REPOSITORY: 'bbws/order-service',
        LOG: `${folder}/log`,
      });
      return { ...ran, log: await readFile(`${folder}/log`, 'utf8') };
    });

  test('asks GitHub for each zip whether package.yml built it from develop', async () => {
    const ran = await withGh('echo "$*" >> "$LOG"');

    expect(ran).toMatchObject({ code: 0, stdout: `${names.length} zips are attested.\n` });
    expect(ran.log.trim().split('\n')).toHaveLength(names.length);
    expect(ran.log).toContain(
      'create.zip --repo bbws/order-service --signer-workflow bbws/order-service/.github/workflows/package.yml --source-ref refs/heads/develop --deny-self-hosted-runners',
    );
  });

  test('says no when one is not attested', async () => {
    const ran = await withGh(
      'echo "$*" >> "$LOG"; case "$*" in *get.zip*) echo "no attestation" >&2; exit 1;; esac',
    );

    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('get.zip is not attested by package.yml of bbws/order-service');
    expect(ran.stderr).toContain('no attestation');
  });
});
