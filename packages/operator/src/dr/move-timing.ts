/** How long a planned move waits for what (ADR 12). */
import type { MoveTiming } from './move-writer.ts';

export type MoveCircumstances = {
  /** The longest time-out of a function that asks for the writer, in milliseconds. */
  readonly longestRequest: number;
  /** How long the queues may take to run empty, in minutes; half an hour when missing. */
  readonly waitMinutes?: number;
  /** How much faster than real time the queues' clock runs; 1 on AWS, and when missing. */
  readonly timeScale?: number;
};

/** In milliseconds. SQS says that its figures are right a minute after the last message came. */
export const moveTiming = ({
  longestRequest,
  waitMinutes = 30,
  timeScale = 1,
}: MoveCircumstances): MoveTiming => ({
  longestRequest,
  // Where an alarm says that replication is late (R-OPS-03).
  lag: 5_000,
  lagLimit: 120_000,
  lookEvery: 5_000 / timeScale,
  emptyFor: 60_000 / timeScale,
  limit: waitMinutes * 60_000,
});
