/** Which files a command consists of, as far as they are scripts of this project. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../lib/root.ts';

/** Paths in the project of these files and of all that they import by a relative path, through any number of files. */
export const reachedFiles = (entries: readonly string[]): readonly string[] => {
  const reached = new Set<string>();
  const follow = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    const text = readFileSync(`${root}/${file}`, 'utf8');
    for (const [, path = ''] of text.matchAll(/\b(?:from|import)\s*\(?'(\.[^']+)'/g))
      follow(join(dirname(file), path));
  };
  for (const entry of entries) follow(entry);
  return [...reached];
};
