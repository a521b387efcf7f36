/**
 * Lets calls through one at a time, in an order that follows from the seed: what happens at the same moment then happens in
 * the same order in every run. Each call waits until nothing else goes on.
 */
import { chance } from '../faults/chance.ts';

export type Turnstile = {
  /** Returns when the call of that name may be made. */
  readonly pass: (name: string) => Promise<void>;
  /** Lets the next one through; false when nobody waits. */
  readonly release: () => boolean;
};

/** Lets everybody through at once: for orders that have nothing to do with each other. */
export const openTurnstile: Turnstile = {
  pass: () => Promise.resolve(),
  release: () => false,
};

type Waiting = { readonly place: number; readonly go: () => void };

export const makeTurnstile = (seed: number): Turnstile => {
  const waiting = new Set<Waiting>();
  return {
    pass: (name) =>
      new Promise((resolve) => {
        waiting.add({ place: chance(seed, 'place', name), go: resolve });
      }),
    release: () => {
      let next: Waiting | undefined;
      for (const one of waiting) if (!next || one.place < next.place) next = one;
      if (!next) return false;
      waiting.delete(next);
      next.go();
      return true;
    },
  };
};
