/** What git and terraform say. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../lib/root.ts';

const run = promisify(execFile);

/** The tree of the commit that is checked out: the same for every commit with the same files. */
export const treeOfHead = async (): Promise<string> => {
  const { stdout } = await run('git', ['rev-parse', 'HEAD^{tree}'], { cwd: root });
  return stdout.trim();
};

/** A saved plan as terraform shows it to people. */
export const shownPlan = async (environment: string): Promise<string> => {
  const show = ['-chdir=terraform', 'show', '-no-color', `${environment}.tfplan`];
  const { stdout } = await run('terraform', show, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
};
