/** A folder of templates that a test may change. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownTemplates } from '../generate.ts';

/** A copy of this package's templates in a folder of its own. `await using` removes it. */
export const copyTemplates = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'templates-'));
  await cp(ownTemplates.folder, folder, { recursive: true });
  return {
    folder,
    /** Replaces the first occurrence of `before` in the file at `path`. */
    replace: async (path: string, before: string, after: string) => {
      const source = await readFile(join(folder, path), 'utf8');
      await writeFile(join(folder, path), source.replace(before, after));
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
};
