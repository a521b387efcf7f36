/** Loads a bundle as Lambda would: alone in an empty folder, in a process of its own (R-TEC-03). */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { fakeEnvironment } from './fake-environment.ts';

const run = promisify(execFile);

const program = `
const { handler } = await import(process.argv[1]);
if (typeof handler !== 'function') throw new Error('it exports no function named handler');
process.exit(0);`;

/** What is wrong with the bundle of that function; `undefined` when it loads and has a handler. */
export const tryBundle = async (name: string, bundle: string): Promise<string | undefined> => {
  const folder = await mkdtemp(`${tmpdir()}/bundle-`);
  try {
    await cp(bundle, `${folder}/index.mjs`);
    await run(process.execPath, ['--input-type=module', '--eval', program, `${folder}/index.mjs`], {
      cwd: folder,
      env: fakeEnvironment(name),
      timeout: 20_000,
    });
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `${name} does not load: ${reason.split('\n').slice(-12).join('\n')}`;
  } finally {
    await rm(folder, { recursive: true });
  }
};
