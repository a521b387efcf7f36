/** The figures of the last whole run, from which docs/guarantees.md is written. */
import * as v from 'valibot';

const Counts = v.record(v.string(), v.number());

export const StormRow = v.object({
  seed: v.number(),
  orders: v.number(),
  recorded: v.number(),
  rejected: v.number(),
  updates: v.number(),
  calls: v.number(),
  faults: Counts,
  faultsInAll: v.number(),
  deliveries: v.number(),
  duplicates: v.number(),
  retries: v.number(),
  deadLetters: v.number(),
  sweptEvents: v.number(),
  mails: v.number(),
  mailsSentTwice: v.number(),
  violations: v.number(),
  /** How many seconds of simulated time pass in one of real time. */
  speed: v.number(),
});

export const FiguresFile = v.object({
  /** Day of the run. */
  measuredOn: v.string(),
  /** Commit that was measured, and whether there were changes on it. */
  commit: v.string(),
  /** Names of the promises that were looked at. */
  promises: v.array(v.string()),
  exhaustive: v.object({
    flows: v.array(v.object({ name: v.string(), points: v.number(), cases: v.number() })),
    violations: v.number(),
    speed: v.number(),
  }),
  storms: v.array(StormRow),
  scenarios: v.array(
    v.object({
      name: v.string(),
      figures: v.record(v.string(), v.union([v.number(), v.string()])),
      violations: v.number(),
      speed: v.number(),
    }),
  ),
  defects: v.array(v.object({ name: v.string(), caughtBy: v.string(), breaches: Counts })),
});
export type FiguresFile = v.InferOutput<typeof FiguresFile>;
export type StormRow = v.InferOutput<typeof StormRow>;
