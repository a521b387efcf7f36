/** The commit that is checked out, for figures that are measured on it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from './root.ts';

const run = promisify(execFile);

/** Its short name, and a word when files differ from it. Throws outside of a clone. */
export const presentCommit = async (): Promise<string> => {
  const git = async (...args: string[]) => (await run('git', args, { cwd: root })).stdout.trim();
  const changed = await git('status', '--porcelain');
  return `${await git('rev-parse', '--short', 'HEAD')}${changed === '' ? '' : ', with changes on it'}`;
};
