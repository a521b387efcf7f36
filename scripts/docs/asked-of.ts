/** What pages ask of the project's commands: subcommands and options, in sentences and in blocks. Pure. */
import type { Page } from './page.ts';

export type Asked = {
  /** Where it stands. */
  readonly at: string;
  /** The command's name in package.json. */
  readonly name: string;
  /** The word behind it, where that is one of a subcommand's form. */
  readonly subcommand?: string;
  readonly options: readonly string[];
};

const command = /^pnpm ([a-z][\w:-]*)(?: ([a-z][a-z-]*)(?= |$))?(.*)$/;

/** In sentences and `sh` blocks; what commands print is theirs to say. */
export const askedOf = ({ path, code }: Page): Asked[] =>
  code
    .filter(({ block }) => block === undefined || block.language === 'sh')
    .flatMap(({ text, line }) =>
      text.split('\n').flatMap((words, index) => {
        const [, name, subcommand, rest = ''] = command.exec(words.split(/\s+#\s/)[0] ?? '') ?? [];
        if (name === undefined) return [];
        const options = [...rest.matchAll(/(?<=\s)--[a-z][a-z-]*/g)].map(([option]) => option);
        const at = `${path}:${line + index}`;
        return [{ at, name, options, ...(subcommand !== undefined && { subcommand }) }];
      }),
    );
