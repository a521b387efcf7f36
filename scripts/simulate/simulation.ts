/** A simulation that shares nothing with others, and what passes between its thread and the one that started it. */
import { FiguresFile, StormRow } from '@bbws/simulator/report/figures-file';
import * as v from 'valibot';

/** Which one, and with what. */
export const Simulation = v.variant('kind', [
  v.object({ kind: v.literal('flow'), name: v.string() }),
  v.object({ kind: v.literal('scenario'), name: v.string() }),
  v.object({ kind: v.literal('defect'), name: v.string() }),
  v.object({
    kind: v.literal('storm'),
    orders: v.number(),
    seed: v.number(),
    hours: v.number(),
  }),
]);
export type Simulation = v.InferOutput<typeof Simulation>;

const { exhaustive, scenarios, defects } = FiguresFile.entries;

const said = {
  /** True when a promise was broken, or something expected did not come about. */
  failed: v.boolean(),
  /** Lines for stdout and for stderr. */
  out: v.array(v.string()),
  err: v.array(v.string()),
  simulatedMs: v.number(),
};

/** What came of it, by its kind: the row of figures, and what people are told. */
export const reports = {
  flow: v.object({ ...said, row: exhaustive.entries.flows.item, violations: v.number() }),
  scenario: v.object({ ...said, row: scenarios.item }),
  defect: v.object({ ...said, row: defects.item }),
  storm: v.object({ ...said, row: StormRow }),
} as const;

export type Kind = keyof typeof reports;
export type Report<K extends Kind> = v.InferOutput<(typeof reports)[K]>;

export const Message = v.variant('type', [
  /** Milliseconds of simulated time that are over, of how many. */
  v.object({ type: v.literal('progress'), done: v.number(), of: v.number() }),
  v.object({ type: v.literal('report'), report: v.unknown() }),
]);
export type Message = v.InferOutput<typeof Message>;
