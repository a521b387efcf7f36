/**
 * Proves `pnpm new:function`: makes a function of each kind in a copy of the project, and asks of them what `pnpm check`, the
 * build and their own tests ask. The copy gets its packages from pnpm's store.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter } from 'node:path';
import { root } from '../lib/root.ts';
import { run } from '../lib/run.ts';
import { runSteps, type Step } from '../lib/steps.ts';

const functions = [
  ['order-archive', '--trigger', 'queue', '--events', 'order.recorded,order.status-changed'],
  ['tracking', '--trigger', 'http'],
  ['night-watch', '--trigger', 'schedule', '--rate', '10'],
] as const;
const folders = functions.map(([name]) => `functions/${name}`);

const jest = [
  ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  ...['node_modules/jest/bin/jest.js', '--silent'],
];

const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd, encoding: 'utf8' });

/** Copies what git knows or would know: no dependencies, nothing that was built. */
const copyProject = async (to: string): Promise<void> => {
  const files = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  for (const file of files.split('\0').filter((one) => one !== ''))
    await cp(`${root}/${file}`, `${to}/${file}`, { recursive: true, verbatimSymlinks: true });
  // Some checks ask git which files there are.
  git(to, 'init', '--quiet');
  git(to, 'add', '--all');
};

const step = (name: string, ...command: Step['command']): Step => ({ name, command });

const steps: readonly Step[] = [
  step('install', 'pnpm', 'install', '--frozen-lockfile', '--prefer-offline'),
  ...functions.map((args) => step(`new:function ${args[0]}`, 'pnpm', 'new:function', ...args)),
  step('generated: api', 'node', 'packages/api/src/generate.ts', '--check'),
  step('generated: client', 'node', 'packages/client/src/generate.ts', '--check'),
  step(
    'format',
    'prettier',
    '--check',
    '--log-level=warn',
    'functions',
    'packages/api/src',
    'docs',
  ),
  step('lint', 'eslint', '--max-warnings=0', ...folders, 'packages/api/src/routes'),
  step('types', 'tsc', '-p', 'tsconfig.json'),
  step('unused code', 'knip'),
  step('file lengths', 'node', 'scripts/check/file-lengths.ts'),
  step('build', 'node', 'scripts/build.ts'),
  step(
    'tests',
    'node',
    ...jest,
    ...folders,
    'packages/e2e/src/wiring',
    'packages/api/src/openapi',
    'packages/lambda/src/variables',
    'packages/local-aws/src/functions-file',
  ),
];

await run(async () => {
  const copy = await mkdtemp(`${tmpdir()}/new-functions-`);
  try {
    await copyProject(copy);
    const path = [`${copy}/node_modules/.bin`, process.env['PATH']].join(delimiter);
    // CI, as on the runner: pnpm behaves differently there.
    return await runSteps(steps, { env: { ...process.env, CI: 'true', PATH: path }, cwd: copy });
  } finally {
    await rm(copy, { recursive: true });
  }
});
