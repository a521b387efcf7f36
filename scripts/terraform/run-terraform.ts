/** Runs a Terraform command and keeps what it says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Terraform } from './find-terraform.ts';

export type Outcome = {
  readonly ok: boolean;
  /** Standard output alone. */
  readonly stdout: string;
  /** Everything that it printed. */
  readonly output: string;
};

/** @param folder in which it runs */
export const runTerraform = async (
  { program, env }: Pick<Terraform, 'program' | 'env'>,
  folder: string,
  args: readonly string[],
): Promise<Outcome> => {
  const child = spawn(program, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TF_IN_AUTOMATION: '1', TF_INPUT: '0', ...env },
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return { ok: child.exitCode === 0, stdout, output: `${stdout}${stderr}` };
};
