import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { inFolder } from '../testing/in-folder.ts';
import { makeSealStep } from './seal-step.ts';
import { seal, sealedFiles } from './seal.ts';

/** Gives `work` a step in a folder where dev was planned, and the seal of that plan. */
const planned = <T>(
  work: (job: {
    readonly folder: string;
    readonly hash: string;
    readonly run: (...args: string[]) => Promise<number>;
    readonly outputs: () => Promise<string>;
    readonly errors: readonly string[];
  }) => Promise<T>,
): Promise<T> =>
  inFolder(async (folder) => {
    await mkdir(`${folder}/terraform`);
    const files = sealedFiles('dev');
    for (const file of files) await writeFile(`${folder}/${file}`, `bytes of ${file}`);
    const GITHUB_OUTPUT = `${folder}/outputs`;
    await writeFile(GITHUB_OUTPUT, '');
    const errors: string[] = [];
    const out = { log: () => undefined, error: (line: string) => void errors.push(line) };
    const step = makeSealStep({ root: folder, environment: { GITHUB_OUTPUT }, out });
    return work({
      folder,
      hash: await seal(folder, files),
      run: (...args) => step(['--env', 'dev', ...args]),
      outputs: () => readFile(GITHUB_OUTPUT, 'utf8'),
      errors,
    });
  });

describe('The seal of a plan', () => {
  test('is handed on by the job that planned', async () => {
    await planned(async ({ run, outputs, hash }) => {
      const code = await run();

      expect(code).toBe(0);
      expect(await outputs()).toBe(`seal=${hash}\n`);
    });
  });

  test('lets the plan through that was shown', async () => {
    await planned(async ({ run, outputs, hash }) => {
      const code = await run('--is', hash);

      expect(code).toBe(0);
      expect(await outputs()).toBe('');
    });
  });

  test.each(sealedFiles('dev'))('stops the deployment when %s is another', async (file) => {
    await planned(async ({ run, folder, hash, errors }) => {
      await writeFile(`${folder}/${file}`, 'other bytes');

      const code = await run('--is', hash);

      expect(code).toBe(1);
      expect(errors).toEqual([expect.stringContaining(`not ${hash}`)]);
    });
  });

  test('stops the deployment when none was handed on', async () => {
    await planned(async ({ run }) => {
      const code = await run('--is', '');

      expect(code).toBe(1);
    });
  });
});
