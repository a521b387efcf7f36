/** Has the operator agree before the writer is moved: by `--yes`, or by typing the name of the region. */
import { createInterface } from 'node:readline/promises';
import { UsageError } from '../lib/arguments.ts';

export type AskDeps = {
  readonly isTerminal: boolean;
  /** Puts the question and gives the line that is typed; rejects at Ctrl-C. */
  readonly question: (text: string) => Promise<string>;
};

const terminal: AskDeps = {
  isTerminal: process.stdin.isTTY && process.stderr.isTTY,
  question: async (text) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(text);
    } finally {
      lines.close();
    }
  },
};

/** @throws UsageError when the operator does not agree, or cannot be asked */
export const agree = async (
  name: string,
  yes: boolean,
  { isTerminal, question }: AskDeps = terminal,
): Promise<void> => {
  if (yes) return;
  if (!isTerminal)
    throw new UsageError('Nothing was changed. Add --yes when that is what you want.');
  const typed = await question(`Type ${name} to go on: `).catch(() => '');
  if (typed.trim() !== name) throw new UsageError('Nothing was changed.');
};
