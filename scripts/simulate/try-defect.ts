/** One defect of `pnpm simulate defects`. */
import { defects } from '@bbws/simulator/defects/defects';
import { runDefect } from '@bbws/simulator/defects/run-defect';
import type { Report } from './simulation.ts';

export const tryDefect = async (wanted: string): Promise<Report<'defect'>> => {
  const defect = defects.find(({ name }) => name === wanted);
  if (!defect) throw new Error(`There is no defect "${wanted}".`);
  const { name, what, caughtBy } = defect;
  const { caught, breaches, orders, simulatedMs } = await runDefect(defect);
  const seen = Object.entries(breaches).map(([invariant, count]) => `${invariant} ${count}`);
  return {
    row: { name, caughtBy, breaches: { ...breaches } },
    failed: !caught,
    out: [
      `${caught ? 'noticed    ' : 'NOT NOTICED'} ${name.padEnd(26)} ${caughtBy.padEnd(24)} ${String(orders).padStart(4)} orders  ${what}`,
    ],
    err: caught ? [] : [`  broken instead: ${seen.join(', ') || 'nothing'}`],
    simulatedMs,
  };
};
