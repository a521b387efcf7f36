/** Pages that source files name in comments, messages and addresses, and that do not exist. Pure. */
import { whatIsMissing, type Repository } from './broken-links.ts';

const page =
  /(?<![\w./-])(?:[^\s'"`]*\/blob\/main\/)?((?:docs|terraform|packages|functions)\/[\w./-]+\.md)(?:#([\w-]+))?/g;

/** A line for each page that the file names, from the repository's root, and that is missing. */
export const missingPages = (repository: Repository, file: string, text: string): string[] =>
  text.split('\n').flatMap((words, index) =>
    [...words.matchAll(page)].flatMap(([, path = '', anchor = '']) => {
      const missing = whatIsMissing(repository, path, anchor);
      return missing === undefined ? [] : [`${file}:${index + 1} names ${path}: ${missing}`];
    }),
  );
