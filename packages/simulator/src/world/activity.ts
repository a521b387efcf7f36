/** Knows whether anything real is going on, such as a call under way. Only when nothing is may time go on. */
import { setImmediate as turn } from 'node:timers/promises';

/** One piece of work that goes on, until it ends. */
export type Work = {
  /** Runs `wait`, during which this work does not go on. */
  readonly exceptDuring: <T>(wait: () => Promise<T>) => Promise<T>;
};

export type Activity = {
  /** Runs `work`, which goes on until its promise settles. */
  readonly during: <T>(run: (work: Work) => Promise<T>) => Promise<T>;
  /** Returns when nothing has been going on for a few turns of the event loop. */
  readonly settled: () => Promise<void>;
};

/** Turns in which code between two calls comes to the next one. */
const quietTurns = 6;

export const makeActivity = (): Activity => {
  const going = new Set<Work>();
  let whenNone = Promise.withResolvers<undefined>();
  const stop = (work: Work) => {
    going.delete(work);
    if (going.size > 0) return;
    whenNone.resolve(undefined);
    whenNone = Promise.withResolvers<undefined>();
  };
  return {
    during: async (run) => {
      let ended = false;
      const work: Work = {
        exceptDuring: async (wait) => {
          stop(work);
          try {
            return await wait();
          } finally {
            // What was waiting may have been given up meanwhile.
            if (!ended) going.add(work);
          }
        },
      };
      going.add(work);
      try {
        return await run(work);
      } finally {
        ended = true;
        stop(work);
      }
    },
    settled: async () => {
      for (let quiet = 0; quiet < quietTurns;) {
        if (going.size > 0) await whenNone.promise;
        await turn();
        quiet = going.size > 0 ? 0 : quiet + 1;
      }
    },
  };
};
