/** Runs Jest, in a process of its own, as ES modules need it. */
import { root } from './root.ts';
import { runCommand } from './steps.ts';

/** Gives Jest's exit code. @param env beside that of this process */
export const runJest = (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> =>
  runCommand(
    [
      process.execPath,
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      `${root}/node_modules/jest/bin/jest.js`,
      ...args,
    ],
    // React is slower by half when it looks out for mistakes, and the bundles have none of that.
    { ...process.env, NODE_ENV: 'production', ...env },
  );
