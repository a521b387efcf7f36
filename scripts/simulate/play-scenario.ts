/** One scenario of `pnpm simulate scenarios`. */
import { scenarios } from '@bbws/simulator/scenarios/scenarios';
import { linesOfBreaches } from './lines-of-breaches.ts';
import type { Report } from './simulation.ts';

export const playScenario = async (wanted: string): Promise<Report<'scenario'>> => {
  const scenario = scenarios.find(({ name }) => name === wanted);
  if (!scenario) throw new Error(`There is no scenario "${wanted}".`);
  const { name, what, expected, run } = scenario;
  const { figures, unmet, breaches, simulatedMs, realMs } = await run();
  const speed = Math.round(simulatedMs / realMs);
  return {
    row: { name, figures: { ...figures }, violations: breaches.length + unmet.length, speed },
    failed: unmet.length > 0 || breaches.length > 0,
    out: [
      `${name}: ${what}\n  expected: ${expected}`,
      ...Object.entries(figures).map(([label, value]) => `  ${label}: ${value}`),
      `  ${breaches.length} violations; ${Math.round(realMs / 1000)} s, ${speed} times real time\n`,
    ],
    err: [
      ...unmet.map((expectation) => `  NOT MET: ${expectation}`),
      ...linesOfBreaches(breaches, `pnpm simulate scenarios --only ${name}`),
    ],
    simulatedMs,
  };
};
