/** How long a planned move of an environment waits for what. */
import { longestRequestSeconds, readFunctionsFile } from '@bbws/local-aws/functions-file';
import { moveTiming } from '@bbws/operator/dr/move-timing';
import type { MoveTiming } from '@bbws/operator/dr/move-writer';

/** @param timeScale how much faster than real time the queues' clock runs */
export const timingOf = (
  { timeScale }: { readonly timeScale: number },
  waitMinutes: number,
): MoveTiming =>
  moveTiming({
    longestRequest: longestRequestSeconds(readFunctionsFile()) * 1_000,
    waitMinutes,
    timeScale,
  });
