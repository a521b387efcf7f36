/** A run with one particular trouble and an outcome that is known beforehand. */
import type { Breach } from '../world/history.ts';
import type { Played } from '../play/play.ts';

export type Scenario = {
  readonly name: string;
  /** What happens, in a sentence. */
  readonly what: string;
  /** What must come of it, in a sentence. */
  readonly expected: string;
  readonly run: () => Promise<ScenarioResult>;
};

export type ScenarioResult = {
  /** What was measured, in the order in which it is shown. */
  readonly figures: Readonly<Record<string, number | string>>;
  /** What of the expected outcome did not come about. */
  readonly unmet: readonly string[];
  readonly breaches: readonly Breach[];
  readonly simulatedMs: number;
  readonly realMs: number;
};

/** An expectation and whether it is met. */
export type Expectation = readonly [what: string, met: boolean];

export const resultOf = (
  { final, simulatedMs, realMs }: Pick<Played, 'final' | 'simulatedMs' | 'realMs'>,
  figures: ScenarioResult['figures'],
  expectations: readonly Expectation[],
): ScenarioResult => ({
  figures,
  unmet: expectations.flatMap(([what, met]) => (met ? [] : [what])),
  breaches: final.breaches,
  simulatedMs,
  realMs,
});
