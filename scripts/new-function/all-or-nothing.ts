/** Changes files so that a failure later on leaves every one as it was. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export type AllOrNothing = {
  /** Writes a file, with the folders that it needs. */
  readonly write: (path: string, content: string) => Promise<void>;
  /** Remembers a file that somebody else is about to write. */
  readonly remember: (path: string) => Promise<void>;
};

/**
 * Does the work; when it fails, puts back what was remembered or written, and throws what the work threw.
 * @param root the folder that paths begin at
 */
export const allOrNothing = async <Result>(
  root: string,
  work: (files: AllOrNothing) => Promise<Result>,
): Promise<Result> => {
  const before = new Map<string, string | undefined>();
  const madeFolders: string[] = [];
  const remember = async (path: string) => {
    const file = `${root}/${path}`;
    if (before.has(path)) return;
    before.set(path, existsSync(file) ? await readFile(file, 'utf8') : undefined);
  };
  const write = async (path: string, content: string) => {
    await remember(path);
    const first = await mkdir(dirname(`${root}/${path}`), { recursive: true });
    if (first !== undefined) madeFolders.push(first);
    await writeFile(`${root}/${path}`, content);
  };
  try {
    return await work({ write, remember });
  } catch (error) {
    for (const [path, content] of before)
      if (content === undefined) await rm(`${root}/${path}`, { force: true });
      else await writeFile(`${root}/${path}`, content);
    for (const folder of madeFolders) await rm(folder, { recursive: true, force: true });
    throw error;
  }
};
