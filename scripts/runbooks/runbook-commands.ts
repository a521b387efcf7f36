/**
 * The commands of a runbook: each line of its `sh` blocks. What a reader sees says what a test may do with them: a block that
 * begins with `# needs an account` cannot be run here, and a comment may name another exit code than 0. Pure.
 */
import type { Code, Page } from '../docs/page.ts';

export type RunbookCommand = {
  /** File name of the runbook. */
  readonly page: string;
  readonly line: number;
  /** As it is written, without what follows `#`. */
  readonly text: string;
  readonly needsAccount: boolean;
  /** What it must exit with. */
  readonly exitCode: number;
};

export const accountMark = '# needs an account';

export const commandsOf = ({ path, code }: Page): RunbookCommand[] =>
  code
    .filter(({ block }) => block?.language === 'sh')
    .flatMap((one) => commandsIn(path.split('/').at(-1) ?? path, one));

const commandsIn = (page: string, { text, line }: Code): RunbookCommand[] => {
  const lines = text.split('\n');
  const needsAccount = lines[0] === accountMark;
  return lines.flatMap((words, index) => {
    const [command = '', comment = ''] = words.split(/(?:^|\s+)#\s/, 2);
    if (command.trim() === '') return [];
    const exitCode = Number(/\bexits with (\d)/.exec(comment)?.[1] ?? 0);
    return [{ page, line: line + index, text: command.trim(), needsAccount, exitCode }];
  });
};
