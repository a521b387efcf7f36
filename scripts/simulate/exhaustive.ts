/** `pnpm simulate exhaustive`. */
import { flows } from '@bbws/simulator/exhaustive/flows';
import type { FiguresFile } from '@bbws/simulator/report/figures-file';
import { speedWords } from '@bbws/simulator/report/speed';
import { textTable } from '../operator/words.ts';
import { gather, sideBySide } from './side-by-side.ts';
import { totalProgress } from './total-progress.ts';

export const exhaustive = async (): Promise<{
  readonly failed: boolean;
  readonly figures: FiguresFile['exhaustive'];
}> => {
  const started = performance.now();
  const progress = totalProgress(flows.length);
  const wanted = flows.map(({ name }) => ({ kind: 'flow' as const, name }));
  const results = await gather(sideBySide('flow', wanted, progress.update));
  progress.stop();
  const rows = results.map(({ row }) => row);
  const violations = sum(results.map((result) => result.violations));
  const realMs = performance.now() - started;
  const speed = Math.round(sum(results.map(({ simulatedMs }) => simulatedMs)) / realMs);
  console.log(
    textTable(
      ['flow', 'calls', 'cases'],
      rows.map(({ name, points, cases }) => [name, points, cases]),
    ),
  );
  console.log(
    `\n${sum(rows.map(({ cases }) => cases))} cases, ${violations} violations; ${Math.round(realMs / 1000)} s, ${speedWords(speed)}`,
  );
  for (const line of results.flatMap(({ err }) => err)) console.error(line);
  return {
    failed: results.some(({ failed }) => failed),
    figures: { flows: rows, violations, speed },
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
