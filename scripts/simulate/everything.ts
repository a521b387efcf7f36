/** `pnpm simulate all`: every run, and the page of guarantees from their figures. */
import { promiseNames } from '@bbws/simulator/report/stale-figures';
import { presentCommit } from '../lib/present-commit.ts';
import { tryDefects } from './defects.ts';
import { exhaustive } from './exhaustive.ts';
import { writeFigures, writePage } from './page.ts';
import { playScenarios } from './scenarios.ts';
import { storms } from './storms.ts';

/** Gives an exit code. The page is written even when a promise was broken: it then says so. */
export const everything = async (): Promise<number> => {
  const commit = await presentCommit();
  const single = await exhaustive();
  const troubled = await playScenarios(undefined);
  const defective = await tryDefects(undefined);
  const stormy = await storms({ orders: 2_000, seed: 1, seeds: 5, hours: 24 });
  await writeFigures({
    measuredOn: new Date().toISOString().slice(0, 10),
    commit,
    promises: promiseNames(),
    exhaustive: single.figures,
    storms: stormy.rows,
    scenarios: troubled.rows,
    defects: defective.rows,
  });
  await writePage(false);
  const failed = [single, stormy, troubled, defective].some((part) => part.failed);
  return failed ? 1 : 0;
};
