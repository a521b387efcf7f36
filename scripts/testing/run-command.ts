/** Runs a command of the project as somebody at a terminal would, and gives what it printed. */
import { execFile } from 'node:child_process';
import { root } from '../lib/root.ts';

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** @param env the variables that the command sees beside PATH: the address of an AWS, a profile */
export const runCommand = (
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const options = { cwd: root, env: { PATH: process.env['PATH'], ...env }, timeout: 60_000 };
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      resolve({
        code: typeof error?.code === 'number' ? error.code : error ? -1 : 0,
        stdout,
        stderr,
      });
    });
  });
