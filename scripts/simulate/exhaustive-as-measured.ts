/** `pnpm simulate exhaustive`: the run, and whether its flows are those whose figures docs/guarantees.md has. */
import { staleFlows } from '@bbws/simulator/report/stale-figures';
import { exhaustive } from './exhaustive.ts';
import { lastFigures, tellStale } from './page.ts';

/** Gives an exit code. */
export const exhaustiveAsMeasured = async (): Promise<number> => {
  const { failed, figures } = await exhaustive();
  const stale = staleFlows((await lastFigures()).exhaustive.flows, figures.flows);
  if (stale.length > 0) tellStale(stale);
  return failed || stale.length > 0 ? 1 : 0;
};
