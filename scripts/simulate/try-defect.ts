/** One defect of `pnpm simulate defects`. */
import { defects } from '@bbws/simulator/defects/defects';
import type { NamedDefect } from '@bbws/simulator/defects/named-defect';
import { runDefect, type DefectResult } from '@bbws/simulator/defects/run-defect';
import { linesOfFailure } from './lines-of-failure.ts';
import type { Report } from './simulation.ts';

export const tryDefect = async (wanted: string): Promise<Report<'defect'>> => {
  const defect = defects.find(({ name }) => name === wanted);
  if (!defect) throw new Error(`There is no defect "${wanted}".`);
  return defectReport(defect, await runDefect(defect));
};

/** One that is not noticed has failed, whatever else it broke. */
export const defectReport = (
  { name, what, caughtBy }: Pick<NamedDefect, 'name' | 'what' | 'caughtBy'>,
  { caught, breaches, orders, simulatedMs }: DefectResult,
): Report<'defect'> => {
  const seen = Object.entries(breaches).map(([invariant, count]) => `${invariant} ${count}`);
  return {
    row: { name, caughtBy, breaches: { ...breaches } },
    failed: !caught,
    out: [
      `${caught ? 'noticed    ' : 'NOT NOTICED'} ${name.padEnd(26)} ${caughtBy.padEnd(24)} ${String(orders).padStart(4)} orders  ${what}`,
    ],
    err: linesOfFailure({
      unmet: caught ? [] : [`  broken instead: ${seen.join(', ') || 'nothing'}`],
      again: `pnpm simulate defects --only ${name}`,
    }),
    simulatedMs,
  };
};
