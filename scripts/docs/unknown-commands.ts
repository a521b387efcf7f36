/** Commands of the project that pages name and that do not exist. Pure. */
import type { Page } from './page.ts';

// `pnpm demo`, `pnpm -s demo`, `npx --yes pnpm@10 demo`; not `pnpm-workspace.yaml`, nor `pnpm 10`.
const command = /\bpnpm(?:@\d+)? (?:--?[a-z-]+ )*([a-z][\w:-]*)/g;

/** What pnpm knows by itself, of what pages name. */
const ofPnpm = ['install', 'add', 'exec', 'run'];

/** The commands that a text names, in their order. */
const commandsIn = (text: string): string[] =>
  [...text.matchAll(command)].map(([, name = '']) => name);

/** A line for each command in the pages' code that is not one of `scripts`. */
export const unknownCommands = (pages: Iterable<Page>, scripts: readonly string[]): string[] =>
  [...pages].flatMap(({ path, code }) =>
    code.flatMap(({ text, line }) =>
      text.split('\n').flatMap((words, index) =>
        commandsIn(words)
          .filter((name) => !ofPnpm.includes(name) && !scripts.includes(name))
          .map(
            (name) => `${path}:${line + index} names pnpm ${name}: package.json has no such script`,
          ),
      ),
    ),
  );
