/** Files that nobody finds by following links from the first page. Pure. */
import { targetOf } from './broken-links.ts';
import type { Page } from './page.ts';

/**
 * Those of `files` that no chain of links leads to from the page `from`. A link to a folder leads to its README.md alone:
 * who wants its other files to be found links to them.
 */
export const unreachable = (
  pages: ReadonlyMap<string, Page>,
  from: string,
  files: readonly string[],
): string[] => {
  const reached = new Set([from]);
  // What is added while it goes through the set is visited as well.
  for (const path of reached)
    for (const { to } of pages.get(path)?.links ?? []) {
      const target = targetOf(path, to);
      if (!target) continue;
      reached.add(target.path);
      reached.add(`${target.path}/README.md`);
    }
  return files.filter((file) => !reached.has(file));
};
