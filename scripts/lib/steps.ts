/** Runs commands, one after the other or some at a time, and says how each went. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import pLimit from 'p-limit';
import { root } from './root.ts';

export type Step = {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Runs the command with the terminal as its own; gives its exit code, 128 + the signal when one ended it.
 * @param cwd where it runs; in the project's folder when missing
 */
export const runCommand = async (
  [program, ...args]: Step['command'],
  env: Environment = process.env,
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

/** Runs the command and keeps what it prints, for those that run beside others. */
const runQuietly = async ([program, ...args]: Step['command'], env?: Environment, cwd = root) => {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return { code: child.exitCode ?? 130, output: `${out}${err}`.trimEnd() };
};

type StepsOptions = {
  /** How many run side by side, one when missing; what such a step prints is shown when it has failed. */
  readonly atOnce?: number;
  readonly env?: Environment;
  readonly cwd?: string;
};

/** Runs every step, also after one has failed; gives 0 when all succeeded and 1 otherwise. */
export const runSteps = async (
  steps: readonly Step[],
  { atOnce = 1, env, cwd }: StepsOptions = {},
): Promise<number> => {
  const limit = pLimit(atOnce);
  const failed: string[] = [];
  const take = async ({ name, command }: Step) => {
    const started = performance.now();
    const { code, output } =
      atOnce === 1
        ? { code: await runCommand(command, env, cwd), output: '' }
        : await runQuietly(command, env, cwd);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (code === 0) return;
    if (output !== '') console.error(output);
    failed.push(name);
  };
  await Promise.all(steps.map((step) => limit(take, step)));
  if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
};
