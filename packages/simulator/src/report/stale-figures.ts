/** Whether the figures of the last whole run are still those of the code. What would take a whole run is not compared. */
import { defects } from '../defects/defects.ts';
import { auditedPromises, simulatedPromises } from '../invariants/promises.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import type { FiguresFile } from './figures-file.ts';

export const promiseNames = (): string[] =>
  [...auditedPromises, ...simulatedPromises].map(({ name }) => name);

const defectName = ({ name, caughtBy }: { readonly name: string; readonly caughtBy: string }) =>
  `${name} (${caughtBy})`;

/** What is there and was not measured, or was measured and is gone: a line each. Needs no run. */
export const staleNames = (measured: FiguresFile): string[] => [
  ...differences('promise', measured.promises, promiseNames()),
  ...differences('scenario', measured.scenarios.map(nameOf), scenarios.map(nameOf)),
  ...differences('defect', measured.defects.map(defectName), defects.map(defectName)),
];

type Flows = FiguresFile['exhaustive']['flows'];

/** The flows whose calls or cases are no longer those that were measured: a line each. */
export const staleFlows = (measured: Flows, present: Flows): string[] =>
  differences('flow', measured.map(flowName), present.map(flowName));

const nameOf = ({ name }: { readonly name: string }): string => name;

const flowName = ({ name, points, cases }: Flows[number]): string =>
  `${name} (${points} calls, ${cases} cases)`;

const differences = (
  what: string,
  measured: readonly string[],
  present: readonly string[],
): string[] => [
  ...present
    .filter((name) => !measured.includes(name))
    .map((name) => `${what} not measured: ${name}`),
  ...measured
    .filter((name) => !present.includes(name))
    .map((name) => `${what} measured, and gone: ${name}`),
];
