/** A defect made on purpose. */
import type { FaultRates } from '../storm/storm-faults.ts';
import type { Defect } from '../world/world.ts';

export type NamedDefect = {
  readonly name: string;
  /** What is wrong, in a sentence. */
  readonly what: string;
  /** The invariant that notices it. */
  readonly caughtBy: string;
  readonly defect: Defect;
  /** Faults that bring it to light, when those of a storm do so too seldom. */
  readonly rates?: Partial<FaultRates>;
};
