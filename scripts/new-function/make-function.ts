/** Makes a new function: all of its files, what is generated from them, and its links to the packages; or nothing of it. */
import { allOrNothing } from './all-or-nothing.ts';
import type { FunctionRequest } from './function-request.ts';
import { planFunction, type FunctionPlan } from './plan-function.ts';

export type MakeDeps = {
  /** The project's folder. */
  readonly root: string;
  /** Runs a command in it; gives its exit code. */
  readonly runCommand: (command: readonly [string, ...string[]]) => Promise<number>;
  /** `pnpm install`: links the new package. */
  readonly install: readonly [string, ...string[]];
};

/** What is made from the routes. */
const generated = [
  'packages/api/openapi.json',
  'docs/api/errors.md',
  'packages/client/src/generated/api.ts',
];
const generators = ['packages/api/src/generate.ts', 'packages/client/src/generate.ts'];

/** @throws UsageError and Error as planFunction; Error when a command fails. Nothing is left of it then. */
export const makeFunction = async (
  { root, runCommand, install }: MakeDeps,
  request: FunctionRequest,
): Promise<FunctionPlan> => {
  const plan = await planFunction(root, request);
  const run = async (command: readonly [string, ...string[]]) => {
    if ((await runCommand(command)) === 0) return;
    throw new Error(`${command.join(' ')} failed. Nothing was made.`);
  };
  await allOrNothing(root, async ({ write, remember }) => {
    for (const [path, content] of [...plan.made, ...plan.changed]) await write(path, content);
    if (request.trigger.type === 'http') {
      for (const path of generated) await remember(path);
      for (const script of generators) await run([process.execPath, script]);
    }
    await remember('pnpm-lock.yaml');
    await run(install);
  });
  return plan;
};
