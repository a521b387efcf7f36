/** Plays a crowd of orders through a world with faults, lets it settle after them, and looks at the end. */
import type { DeadLetter } from '@bbws/audit/dead-letter';
import type { FaultPlan } from '../faults/fault.ts';
import { examineEnd, type FinalState } from '../invariants/final-state.ts';
import { messageWatchers } from '../invariants/watchers.ts';
import { visit, type Wish } from '../portal/portal.ts';
import type { DeliveryPlan } from '../source/event-source.ts';
import { makeStage, type Stage } from '../world/stage.ts';
import { makeTurnstile } from '../world/turnstile.ts';
import { startWorld, type Defect, type World } from '../world/world.ts';
import { redriveAfter, redriveOnce, settledAfter } from './settle.ts';

export type PlayOptions = {
  readonly seed: number;
  /** When it begins, in ms since 1970. */
  readonly start: number;
  /** When the faults stop. */
  readonly calm: number;
  readonly wishes: readonly Wish[];
  readonly faults: FaultPlan;
  readonly deliveries?: ((stage: Stage) => DeliveryPlan) | undefined;
  readonly defect?: Defect | undefined;
  /** Called when everything stands, before time passes. */
  readonly prepare?: ((world: World) => void) | undefined;
  /** Called after the faults, before dead letters are redriven. */
  readonly beforeRedrive?: ((world: World) => Promise<void>) | undefined;
  /** Told how many milliseconds of simulated time are over, of how many. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
};

export type Played = {
  readonly world: World;
  readonly final: FinalState;
  /** What was in the dead-letter queues before they were redriven. */
  readonly letters: readonly DeadLetter[];
  readonly redriven: number;
  readonly simulatedMs: number;
  readonly realMs: number;
};

const step = 300_000;

/** The world is closed when this returns: what is known of it is in the result. */
export const play = async (options: PlayOptions): Promise<Played> => {
  const startedAt = performance.now();
  const { seed, start, calm, wishes, onProgress } = options;
  const end = calm + settledAfter;
  const stage = makeStage(start, makeTurnstile(seed));
  const world = await startWorld({
    seed,
    stage,
    faults: options.faults,
    deliveries: options.deliveries?.(stage) ?? (() => ({})),
    defect: options.defect,
    ...messageWatchers,
  });
  const pass = async (until: number) => {
    while (stage.clock.now() < until) {
      await stage.runUntil(Math.min(until, stage.clock.now() + step));
      onProgress?.(stage.clock.now() - start, end - start);
    }
  };
  try {
    for (const wish of wishes) void visit({ ...stage, lambda: world.lambda }, wish);
    options.prepare?.(world);
    await pass(calm + redriveAfter);
    await options.beforeRedrive?.(world);
    const { letters, moved } = await redriveOnce(world);
    await pass(end);
    return {
      world,
      final: await examineEnd(world),
      letters,
      redriven: moved,
      simulatedMs: end - start,
      realMs: performance.now() - startedAt,
    };
  } finally {
    await world.close();
  }
};
