/** The repository's files as git knows them, and its pages. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { root } from '../lib/root.ts';
import type { Repository } from './broken-links.ts';
import { readPage, type Page } from './page.ts';

/** Paths from the root, those that are not added yet among them; none that is ignored. */
export const listFiles = (...patterns: readonly string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    // A file that was just deleted is still in the index.
    .filter((file) => file !== '' && existsSync(`${root}/${file}`));

export const readFile = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');

/** The page of that path. */
export const pageAt = (path: string): Page => readPage(path, readFile(path));

export const readRepository = (): Repository => {
  const files = new Set(listFiles());
  const folders = new Set([...files].flatMap(foldersOf));
  return {
    pages: new Map(listFiles('*.md').map((path) => [path, pageAt(path)])),
    // Not by the disk: what git ignores is there on one machine only.
    exists: (path) => files.has(path) || folders.has(path),
  };
};

const foldersOf = (file: string): string[] => {
  const parts = file.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
};

/** True for what can be searched for words. */
export const isText = (path: string): boolean =>
  statSync(`${root}/${path}`).size < 1_000_000 && !/\.(?:png|ttf|woff2?|pdf|zip)$/.test(path);
