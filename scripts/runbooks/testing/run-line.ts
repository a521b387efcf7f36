/** Runs a line of a runbook as somebody at a terminal would, against a local AWS. */
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { readJsonFile } from '@bbws/local-aws/json-file';
import * as v from 'valibot';
import { root } from '../../lib/root.ts';
import type { Ran } from '../../testing/run-command.ts';

const PackageFile = v.object({ scripts: v.record(v.string(), v.string()) });
const { scripts } = readJsonFile(new URL('../../../package.json', import.meta.url), PackageFile);

/** What pnpm would run, without pnpm: it takes half a second, and looks after the installation. */
const withoutPnpm = (line: string): string =>
  line.replace(/\bpnpm ([\w:-]+)/g, (whole, name: string) => {
    const script = scripts[name]?.split(' ').at(-1);
    return script === undefined ? whole : `node ${script}`;
  });

/** @param env the variables that the line sees beside PATH */
export const runLine = (line: string, env: Readonly<Record<string, string>>): Promise<Ran> =>
  new Promise((resolve) => {
    const PATH = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
    const options = { cwd: root, env: { PATH, ...env }, timeout: 60_000 };
    execFile('sh', ['-c', withoutPnpm(line)], options, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
      resolve({ code, stdout, stderr });
    });
  });
