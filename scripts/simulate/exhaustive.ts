/** `pnpm simulate exhaustive`. */
import { runExhaustive } from '@bbws/simulator/exhaustive/run-exhaustive';
import type { FiguresFile } from '@bbws/simulator/report/figures-file';
import { startProgress } from '../lib/progress.ts';
import { textTable } from '../operator/words.ts';
import { showBreaches } from './show-breaches.ts';

export const exhaustive = async (): Promise<{
  readonly failed: boolean;
  readonly figures: FiguresFile['exhaustive'];
}> => {
  const progress = startProgress('Percent of simulated time', 100);
  const result = await runExhaustive({
    onProgress: (done, of) => progress.update(Math.round((100 * done) / of)),
  });
  progress.stop();
  const { flows, cases, missed, breaches, simulatedMs, realMs } = result;
  console.log(
    textTable(
      ['flow', 'calls', 'cases'],
      flows.map((flow) => [flow.name, flow.points, flow.cases]),
    ),
  );
  const speed = Math.round(simulatedMs / realMs);
  console.log(
    `\n${cases} cases, ${breaches.length} violations; ${Math.round(realMs / 1000)} s, ${speed} times real time`,
  );
  for (const name of missed) console.error(`The fault of this case was never met: ${name}`);
  showBreaches(breaches, 'pnpm simulate exhaustive');
  return {
    failed: breaches.length > 0 || missed.length > 0,
    figures: { flows: [...flows], violations: breaches.length, speed },
  };
};
