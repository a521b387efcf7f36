/** Loads what is in a zip as Lambda would, and nothing beside it (R-TEC-03). */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { unzipSync } from 'fflate';
import { tryBundle } from '../build/try-bundle.ts';

/** What is wrong with the zip of that function; `undefined` when it holds index.mjs alone, which loads and has a handler. */
export const zipProblem = async (name: string, zip: string): Promise<string | undefined> => {
  const folder = await mkdtemp(`${tmpdir()}/zip-`);
  try {
    const files = unzipSync(await readFile(zip));
    const [bundle] = Object.values(files);
    if (bundle === undefined || Object.keys(files).join() !== 'index.mjs')
      return `${name}.zip must hold index.mjs alone, not ${Object.keys(files).join(', ') || 'nothing'}`;
    await writeFile(`${folder}/index.mjs`, bundle);
    return await tryBundle(name, `${folder}/index.mjs`);
  } catch (error) {
    return `${name}.zip cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await rm(folder, { recursive: true });
  }
};
