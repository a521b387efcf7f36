/** Time that a test moves: nobody waits for it, and it stands still while anything else happens. */
import { setImmediate as turn } from 'node:timers/promises';
import type { InvocationContext } from '../deadline.ts';
import type { Runtime } from '../start-function.ts';

type Sleeper = { readonly wakesAt: number; readonly wake: () => void };

export type VirtualTime = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: Runtime['sleep'];
  /** How many sleep. */
  readonly sleepers: () => number;
  /** Context of an invocation that began now. */
  readonly contextOf: (timeoutSeconds: number) => InvocationContext;
  /** The outcome of `work`; time goes on whenever there is nothing to do but to sleep. Throws when nobody sleeps either. */
  readonly passing: <T>(work: Promise<T>) => Promise<T>;
};

export const virtualTime = (start = new Date('2026-11-20T09:30:00Z').getTime()): VirtualTime => {
  const sleepers = new Set<Sleeper>();
  let now = start;

  const sleep: Runtime['sleep'] = (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new Error('The sleep was aborted'));
        return;
      }
      const sleeper = { wakesAt: now + milliseconds, wake: resolve };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', () => {
        sleepers.delete(sleeper);
        reject(new Error('The sleep was aborted'));
      });
    });

  const wakeNext = () => {
    const [next] = [...sleepers].sort((one, other) => one.wakesAt - other.wakesAt);
    if (!next) throw new Error('Nothing happens any more, and nobody sleeps');
    now = next.wakesAt;
    sleepers.delete(next);
    next.wake();
  };

  return {
    now: () => now,
    sleep,
    sleepers: () => sleepers.size,
    contextOf: (timeoutSeconds) => {
      const end = now + timeoutSeconds * 1000;
      return { getRemainingTimeInMillis: () => end - now };
    },
    passing: async (work) => {
      const state = { settled: false };
      const settle = () => {
        state.settled = true;
      };
      work.then(settle, settle);
      await turn();
      while (!state.settled) {
        wakeNext();
        await turn();
      }
      return work;
    },
  };
};
