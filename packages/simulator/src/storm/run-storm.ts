/** Many orders with every fault at once; then the faults stop, dead letters are redriven once, and all must be well. */
import { play } from '../play/play.ts';
import { poison } from '../play/poison.ts';
import type { Breach, CallRecord } from '../world/history.ts';
import type { Defect } from '../world/world.ts';
import { makeCrowd } from './crowd.ts';
import { figuresOf, type StormFigures } from './figures.ts';
import { stormDeliveries, stormFaults, stormRates, type FaultRates } from './storm-faults.ts';

export type StormOptions = {
  readonly orders: number;
  readonly seed: number;
  readonly tenants?: number | undefined;
  /** Hours of simulated time within which the orders come and the faults last. */
  readonly hours?: number | undefined;
  readonly rates?: FaultRates | undefined;
  /** Messages that no code can take, beside the orders. */
  readonly poison?: number | undefined;
  readonly defect?: Defect | undefined;
  /** Told how many milliseconds of simulated time are over, of how many. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
};

export type StormResult = {
  readonly figures: StormFigures;
  /** Promises that were broken, each with what the functions logged about the order. */
  readonly breaches: readonly (Breach & { readonly story: readonly string[] })[];
  /** Every attempt of every call to AWS and the Cart API, with the fault that it met. */
  readonly calls: readonly CallRecord[];
  readonly simulatedMs: number;
  readonly realMs: number;
};

const minute = 60_000;
const hour = 60 * minute;
/** Two hours before midnight in the business time zone: the day changes while orders come. */
const start = Date.parse('2026-11-20T20:00:00Z');

export const runStorm = async (options: StormOptions): Promise<StormResult> => {
  const { seed, orders, tenants = 20, hours = 8, rates = stormRates } = options;
  const calm = start + hours * hour;
  const played = await play({
    seed,
    start,
    calm,
    // The last ones come early enough to be changed while there are faults.
    wishes: makeCrowd({ seed, orders, tenants, start, length: calm - start - hour / 2 }),
    faults: stormFaults(seed, rates, calm),
    deliveries: ({ clock }) => stormDeliveries(seed, calm, clock.now),
    defect: options.defect,
    prepare: (world) => poison(world, options.poison ?? 0, 10 * minute),
    onProgress: options.onProgress,
  });
  const { history, journal } = played.world.stage;
  return {
    figures: figuresOf(played, orders),
    breaches: played.final.breaches.map((breach) => ({
      ...breach,
      story: journal.linesOf(breach.orderId ?? ''),
    })),
    calls: history.calls,
    simulatedMs: played.simulatedMs,
    realMs: played.realMs,
  };
};
