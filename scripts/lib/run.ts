/** Runs a script: its errors become readable lines and an exit code, never a stack on somebody's screen. */
import { UsageError } from './arguments.ts';
import { stopBars } from './progress.ts';
import { whatToDo, wordsOf } from './what-to-do.ts';

/**
 * Runs `main`; the process ends with the code it gives, with 2 for wrong arguments, with 1 for any other error.
 * `DEBUG=1` shows the stack as well.
 */
export const run = async (main: () => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await main();
  } catch (error) {
    stopBars();
    console.error(wordsOf(error));
    const next = whatToDo(error);
    if (next !== undefined) console.error(next);
    if (process.env['DEBUG'] && error instanceof Error) console.error(error.stack);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
};
