/** A clock that stands still until it is moved. Whoever sleeps by it wakes when it is moved far enough. */
import { clockMemory, setClock, type ClockMemory } from '@bbws/local-aws/embedded/shared-clock';

export type VirtualClock = {
  /** For emulators in other threads. */
  readonly memory: ClockMemory;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Returns when the clock has moved so many milliseconds on; throws when `signal` aborts. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** When the next sleeper wakes; `undefined` when nobody sleeps. */
  readonly nextWake: () => number | undefined;
  /** Moves the clock, never back, and wakes everybody whose time has come. */
  readonly moveTo: (time: number) => void;
};

type Sleeper = { readonly wakesAt: number; readonly wake: () => void };

export const makeVirtualClock = (start: number): VirtualClock => {
  const memory = clockMemory();
  const sleepers = new Set<Sleeper>();
  let now = start;
  setClock(memory, now);

  const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = () => {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', abort);
      };
      const abort = () => {
        leave();
        reject(new DOMException('The sleep was aborted', 'AbortError'));
      };
      const sleeper: Sleeper = {
        wakesAt: Math.ceil(now + milliseconds),
        wake: () => {
          leave();
          resolve();
        },
      };
      if (signal?.aborted) {
        abort();
        return;
      }
      signal?.addEventListener('abort', abort);
      sleepers.add(sleeper);
    });

  return {
    memory,
    now: () => now,
    sleep,
    nextWake: () => {
      let next: number | undefined;
      for (const { wakesAt } of sleepers) if (next === undefined || wakesAt < next) next = wakesAt;
      return next;
    },
    moveTo: (time) => {
      now = Math.max(now, time);
      setClock(memory, now);
      const due = [...sleepers].filter(({ wakesAt }) => wakesAt <= now);
      for (const sleeper of due.sort((one, other) => one.wakesAt - other.wakesAt)) sleeper.wake();
    },
  };
};
