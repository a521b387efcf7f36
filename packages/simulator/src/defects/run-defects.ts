/** Switches the defects on, one at a time, in a small storm each. */
import { stormRates } from '../storm/storm-faults.ts';
import { runStorm } from '../storm/run-storm.ts';
import { defects } from './defects.ts';
import type { NamedDefect } from './named-defect.ts';

export type DefectResult = {
  readonly name: string;
  readonly what: string;
  readonly caughtBy: string;
  /** True when the named invariant noticed it. */
  readonly caught: boolean;
  /** How often each invariant was seen broken. */
  readonly breaches: Readonly<Record<string, number>>;
};

/** Enough for every defect to do harm, with the faults of a storm. */
const storm = { orders: 150, seed: 1, tenants: 4, hours: 2, poison: 3 };

/** The result of each, as it comes. */
export async function* runDefects(names?: readonly string[]): AsyncGenerator<DefectResult> {
  for (const one of defects)
    if (names === undefined || names.includes(one.name)) yield await runDefect(one);
}

const runDefect = async ({
  name,
  what,
  caughtBy,
  defect,
  rates,
}: NamedDefect): Promise<DefectResult> => {
  const { breaches } = await runStorm({ ...storm, defect, rates: { ...stormRates, ...rates } });
  const counts: Record<string, number> = {};
  for (const { invariant } of breaches) counts[invariant] = (counts[invariant] ?? 0) + 1;
  return { name, what, caughtBy, caught: counts[caughtBy] !== undefined, breaches: counts };
};
