/** Links of pages that lead nowhere. Pure. */
import { posix } from 'node:path';
import type { Page } from './page.ts';

export type Repository = {
  /** By their paths. */
  readonly pages: ReadonlyMap<string, Page>;
  /** Whether there is a file or a folder of that path. */
  readonly exists: (path: string) => boolean;
};

/** Where a link of a page leads: a path from the repository's root, and an anchor; `undefined` for another site. */
export const targetOf = (
  page: string,
  to: string,
): { path: string; anchor: string } | undefined => {
  if (/^[a-z][a-z0-9+.-]*:/i.test(to)) return undefined;
  const [place = '', anchor = ''] = to.split('#');
  const path = place === '' ? page : posix.join(posix.dirname(page), decodeURI(place));
  return { path: path.replace(/\/$/, ''), anchor };
};

/** A line for each link that leads nowhere: where it stands and what is missing. Other sites are not asked. */
export const brokenLinks = ({ pages, exists }: Repository): string[] =>
  [...pages.values()].flatMap(({ path, links }) =>
    links.flatMap(({ to, line }) => {
      const target = targetOf(path, to);
      const missing = target && whatIsMissing({ pages, exists }, target.path, target.anchor);
      return missing === undefined ? [] : [`${path}:${line} links to ${to}: ${missing}`];
    }),
  );

/** What is wrong with a place in the repository; `undefined` when it is there. */
export const whatIsMissing = (
  { pages, exists }: Repository,
  path: string,
  anchor: string,
): string | undefined => {
  if (path.startsWith('..')) return 'it lies outside of the repository';
  if (!exists(path)) return `there is no ${path}`;
  const page = pages.get(path);
  if (anchor === '' || !page) return undefined;
  return page.headings.some((heading) => heading.anchor === anchor)
    ? undefined
    : `${path} has no heading #${anchor}`;
};
