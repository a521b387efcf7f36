/** Switches a defect on in a small storm, and in a larger one when the small one did not bring it to light. */
import { runStorm } from '../storm/run-storm.ts';
import { stormRates } from '../storm/storm-faults.ts';
import type { NamedDefect } from './named-defect.ts';

export type DefectResult = {
  /** True when the invariant that is named noticed it. */
  readonly caught: boolean;
  /** How often each invariant was seen broken. */
  readonly breaches: Readonly<Record<string, number>>;
  /** Orders of the storm that it took. */
  readonly orders: number;
  readonly simulatedMs: number;
};

/** The last is enough for every defect to do harm, with the faults of a storm. */
const storms = [
  { orders: 40, seed: 1, tenants: 2, hours: 1, poison: 3 },
  { orders: 150, seed: 1, tenants: 4, hours: 2, poison: 3 },
] as const;

export const runDefect = async ({
  caughtBy,
  defect,
  rates,
}: NamedDefect): Promise<DefectResult> => {
  let simulated = 0;
  let result: DefectResult | undefined;
  for (const storm of storms) {
    const { breaches, simulatedMs } = await runStorm({
      ...storm,
      defect,
      rates: { ...stormRates, ...rates },
    });
    simulated += simulatedMs;
    const counts: Record<string, number> = {};
    for (const { invariant } of breaches) counts[invariant] = (counts[invariant] ?? 0) + 1;
    const caught = counts[caughtBy] !== undefined;
    result = { caught, breaches: counts, orders: storm.orders, simulatedMs: simulated };
    if (caught) break;
  }
  if (!result) throw new Error('There are no storms to try a defect in.');
  return result;
};
