/** What the regions of a simulation have in common: time, what goes on, what happened, and who reads queues. */
import type { EventSource } from '../source/event-source.ts';
import { makeActivity, type Activity } from './activity.ts';
import { makeHistory, type History } from './history.ts';
import { makeJournal, type Journal } from './journal.ts';
import type { Turnstile } from './turnstile.ts';
import { makeVirtualClock, type VirtualClock } from './virtual-clock.ts';

export type Stage = {
  readonly clock: VirtualClock;
  /** When it began, in ms since 1970. */
  readonly start: number;
  readonly activity: Activity;
  readonly history: History;
  readonly journal: Journal;
  /** The order of each receipt handle that a function was given. */
  readonly receipts: Map<string, string>;
  /** How often a function has called an operation about a subject, by these three. */
  readonly occurrences: Map<string, number>;
  readonly turnstile: Turnstile;
  readonly sources: EventSource[];
  /** Lets time pass until `end` (ms since 1970), or until `isOver`. */
  readonly runUntil: (end: number, isOver?: () => boolean) => Promise<void>;
};

/**
 * @param start when it begins, in ms since 1970
 * @param turnstile decides the order of what happens at the same moment
 */
export const makeStage = (start: number, turnstile: Turnstile): Stage => {
  const clock = makeVirtualClock(start);
  const activity = makeActivity();
  const sources: EventSource[] = [];
  return {
    clock,
    start,
    activity,
    turnstile,
    sources,
    history: makeHistory(),
    journal: makeJournal(clock.now),
    receipts: new Map(),
    occurrences: new Map(),
    runUntil: async (end, isOver = () => false) => {
      for (;;) {
        await activity.settled();
        if (isOver()) return;
        if (turnstile.release()) continue;
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
