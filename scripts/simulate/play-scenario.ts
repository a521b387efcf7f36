/** One scenario of `pnpm simulate scenarios`. */
import { speedWords } from '@bbws/simulator/report/speed';
import type { Scenario, ScenarioResult } from '@bbws/simulator/scenarios/scenario';
import { scenarios } from '@bbws/simulator/scenarios/scenarios';
import { linesOfFailure } from './lines-of-failure.ts';
import type { Report } from './simulation.ts';

export const playScenario = async (wanted: string): Promise<Report<'scenario'>> => {
  const scenario = scenarios.find(({ name }) => name === wanted);
  if (!scenario) throw new Error(`There is no scenario "${wanted}".`);
  return scenarioReport(scenario, await scenario.run());
};

/** An expectation that is not met counts as a violation, as a broken promise does. */
export const scenarioReport = (
  { name, what, expected }: Omit<Scenario, 'run'>,
  { figures, unmet, breaches, simulatedMs, realMs }: ScenarioResult,
): Report<'scenario'> => {
  const speed = Math.round(simulatedMs / realMs);
  const violations = breaches.length + unmet.length;
  return {
    row: { name, figures: { ...figures }, violations, speed },
    failed: violations > 0,
    out: [
      `${name}: ${what}\n  expected: ${expected}`,
      ...Object.entries(figures).map(([label, value]) => `  ${label}: ${value}`),
      `  ${violations} violations; ${Math.round(realMs / 1000)} s, ${speedWords(speed)}\n`,
    ],
    err: linesOfFailure({
      unmet: unmet.map((expectation) => `  NOT MET: ${expectation}`),
      breaches,
      again: `pnpm simulate scenarios --only ${name}`,
    }),
    simulatedMs,
  };
};
