/** Runs commands one after the other and says how each went. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './root.ts';

export type Step = {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
};

type Where = [env?: Readonly<Record<string, string | undefined>>, cwd?: string];

/**
 * Runs the command with the terminal as its own; gives its exit code, 128 + the signal when one ended it.
 * @param cwd where it runs; in the project's folder when missing
 */
export const runCommand = async (
  [program, ...args]: Step['command'],
  env: Readonly<Record<string, string | undefined>> = process.env,
  cwd = root,
): Promise<number> => {
  const child = spawn(program, args, { cwd, stdio: 'inherit', env });
  // A Ctrl-C reaches the child as well: this process waits for its end.
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  await once(child, 'exit');
  process.off('SIGINT', ignore);
  return child.exitCode ?? 130;
};

/** Runs every step, also after one has failed; gives 0 when all succeeded and 1 otherwise. */
export const runSteps = async (steps: readonly Step[], ...where: Where): Promise<number> => {
  const failed: string[] = [];
  for (const { name, command } of steps) {
    const started = performance.now();
    const code = await runCommand(command, ...where);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (code !== 0) failed.push(name);
  }
  if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
};
