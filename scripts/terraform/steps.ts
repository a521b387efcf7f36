/** Runs Terraform commands, two at a time, and says how each went. */
import pLimit from 'p-limit';
import type { Terraform } from './find-terraform.ts';
import { runTerraform, type Outcome } from './run-terraform.ts';

/** As many as the smallest machine that checks has processors. */
const atOnce = 2;

export type Steps = {
  /** Runs the command in the folder when it is its turn. */
  readonly step: (name: string, folder: string, args: readonly string[]) => Promise<Outcome>;
  /** Names of those that failed so far. */
  readonly failed: () => readonly string[];
};

export type StepsDeps = {
  readonly terraform: Pick<Terraform, 'program' | 'env'>;
  readonly run?: typeof runTerraform;
  /** Once it is true nothing more is begun. */
  readonly isStopped: () => boolean;
  readonly say: (line: string) => void;
};

const stopped: Outcome = { ok: false, stdout: '', output: 'Stopped.' };

export const makeSteps = ({ terraform, run = runTerraform, isStopped, say }: StepsDeps): Steps => {
  const limit = pLimit(atOnce);
  const failed: string[] = [];
  const take = async (name: string, folder: string, args: readonly string[]) => {
    if (isStopped()) return stopped;
    const started = performance.now();
    const outcome = await run(terraform, folder, args);
    if (isStopped()) return stopped;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`${outcome.ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (!outcome.ok) {
      failed.push(name);
      say(outcome.output.trimEnd());
    }
    return outcome;
  };
  return {
    step: (name, folder, args) => limit(take, name, folder, args),
    failed: () => failed,
  };
};
