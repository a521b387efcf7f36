/** How long a planned move waits for what. */
import { readFunctionsFile } from '@bbws/local-aws/functions-file';
import type { MoveTiming } from '@bbws/operator/dr/move-writer';

/**
 * In milliseconds. SQS says that its figures are right a minute after the last message came; the clock of local queues runs
 * faster.
 * @param timeScale how much faster than real time
 */
export const timingOf = (
  { timeScale }: { readonly timeScale: number },
  waitMinutes: number,
): MoveTiming => ({
  longestRequest: longestRequest(),
  // Where an alarm says that replication is late (R-OPS-03).
  lag: 5_000,
  lagLimit: 120_000,
  lookEvery: 5_000 / timeScale,
  emptyFor: 60_000 / timeScale,
  limit: waitMinutes * 60_000,
});

/** Time-out of the slowest function that asks who writes: behind the API, or on a schedule. In milliseconds. */
const longestRequest = (): number =>
  1_000 *
  Math.max(
    ...Object.values(readFunctionsFile().functions)
      .filter(({ trigger }) => trigger.type !== 'queue')
      .map(({ timeoutSeconds }) => timeoutSeconds),
  );
