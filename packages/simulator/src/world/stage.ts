/** What the regions of a simulation have in common: time, what goes on, what happened, and who reads queues. */
import type { EventSource } from '../source/event-source.ts';
import { makeActivity, type Activity } from './activity.ts';
import { makeHistory, type History } from './history.ts';
import { makeJournal, type Journal } from './journal.ts';
import { makeVirtualClock, type VirtualClock } from './virtual-clock.ts';

export type Stage = {
  readonly clock: VirtualClock;
  readonly activity: Activity;
  readonly history: History;
  readonly journal: Journal;
  /** The order of each receipt handle that a function was given. */
  readonly receipts: Map<string, string>;
  /** How often a function has called an operation about a subject, by these three. */
  readonly occurrences: Map<string, number>;
  readonly sources: EventSource[];
  /** Lets time pass until `end` (ms since 1970), or until `isOver`. */
  readonly runUntil: (end: number, isOver?: () => boolean) => Promise<void>;
};

/** @param start when it begins, in ms since 1970 */
export const makeStage = (start: number): Stage => {
  const clock = makeVirtualClock(start);
  const activity = makeActivity();
  const sources: EventSource[] = [];
  return {
    clock,
    activity,
    sources,
    history: makeHistory(),
    journal: makeJournal(clock.now),
    receipts: new Map(),
    occurrences: new Map(),
    runUntil: async (end, isOver = () => false) => {
      for (;;) {
        await activity.settled();
        if (isOver()) return;
        const polled = await Promise.all(sources.map((source) => source.poll()));
        if (polled.includes(true)) continue;
        const times = [clock.nextWake(), ...sources.map((source) => source.nextLook())];
        const next = Math.min(...times.filter((time) => time !== undefined));
        clock.moveTo(Math.min(next, end));
        if (next > end) return;
      }
    },
  };
};
