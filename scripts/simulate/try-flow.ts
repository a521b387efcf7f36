/** One flow of `pnpm simulate exhaustive`. */
import { flows } from '@bbws/simulator/exhaustive/flows';
import { runExhaustive } from '@bbws/simulator/exhaustive/run-exhaustive';
import { linesOfFailure } from './lines-of-failure.ts';
import type { Report } from './simulation.ts';

export const tryFlow = async (
  name: string,
  onProgress: (done: number, of: number) => void,
): Promise<Report<'flow'>> => {
  const {
    flows: [row],
    missed,
    breaches,
    simulatedMs,
  } = await runExhaustive({ flows: flows.filter((flow) => flow.name === name), onProgress });
  if (!row) throw new Error(`There is no flow "${name}".`);
  return {
    row,
    violations: breaches.length,
    failed: breaches.length > 0 || missed.length > 0,
    out: [],
    err: linesOfFailure({
      unmet: missed.map((one) => `The fault of this case was never met: ${one}`),
      breaches,
      again: 'pnpm simulate exhaustive',
    }),
    simulatedMs,
  };
};
