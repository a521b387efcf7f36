/** One storm of `pnpm simulate storm`. */
import { runStorm } from '@bbws/simulator/storm/run-storm';
import { linesOfFailure } from './lines-of-failure.ts';
import type { Report, Simulation } from './simulation.ts';

export const raiseStorm = async (
  { orders, seed, hours }: Simulation & { readonly kind: 'storm' },
  onProgress: (done: number, of: number) => void,
): Promise<Report<'storm'>> => {
  const { figures, breaches, simulatedMs, realMs } = await runStorm({
    orders,
    seed,
    hours,
    onProgress,
  });
  const again = `pnpm simulate storm --orders ${orders} --seed ${seed} --hours ${hours}`;
  return {
    row: {
      ...figures,
      faults: { ...figures.faults },
      seed,
      violations: breaches.length,
      speed: Math.round(simulatedMs / realMs),
    },
    failed: breaches.length > 0,
    out: [],
    err: linesOfFailure({ breaches, again }),
    simulatedMs,
  };
};
