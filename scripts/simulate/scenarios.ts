/** `pnpm simulate scenarios`. */
import type { FiguresFile } from '@bbws/simulator/report/figures-file';
import { scenarios } from '@bbws/simulator/scenarios/scenarios';
import { oneOf } from '../lib/arguments.ts';
import { showBreaches } from './show-breaches.ts';

type Row = FiguresFile['scenarios'][number];

/** @param only name of the one to play; all when missing */
export const playScenarios = async (
  only: string | undefined,
): Promise<{ readonly failed: boolean; readonly rows: Row[] }> => {
  const names = scenarios.map(({ name }) => name);
  const wanted = only === undefined ? names : [oneOf('only', only, names)];
  const rows: Row[] = [];
  let failed = false;
  for (const { name, what, expected, run } of scenarios) {
    if (!wanted.includes(name)) continue;
    console.log(`${name}: ${what}\n  expected: ${expected}`);
    const { figures, unmet, breaches, simulatedMs, realMs } = await run();
    const speed = Math.round(simulatedMs / realMs);
    for (const [label, value] of Object.entries(figures)) console.log(`  ${label}: ${value}`);
    console.log(
      `  ${breaches.length} violations; ${Math.round(realMs / 1000)} s, ${speed} times real time\n`,
    );
    for (const expectation of unmet) console.error(`  NOT MET: ${expectation}`);
    showBreaches(breaches, `pnpm simulate scenarios --only ${name}`);
    failed ||= unmet.length > 0 || breaches.length > 0;
    rows.push({ name, figures: { ...figures }, violations: breaches.length + unmet.length, speed });
  }
  return { failed, rows };
};
