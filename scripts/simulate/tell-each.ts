/** Tells people what came of simulations as they end, and keeps their rows. */
import { sideBySide } from './side-by-side.ts';
import type { Kind, Report, Simulation } from './simulation.ts';

export const tellEach = async <K extends 'scenario' | 'defect'>(
  kind: K,
  wanted: readonly (Simulation & { readonly kind: K })[],
): Promise<{ readonly failed: boolean; readonly rows: Report<K>['row'][] }> => {
  const rows: Report<K & Kind>['row'][] = [];
  let anyFailed = false;
  for await (const { row, failed, out, err } of sideBySide(kind, wanted)) {
    for (const line of out) console.log(line);
    for (const line of err) console.error(line);
    anyFailed ||= failed;
    rows.push(row);
  }
  return { failed: anyFailed, rows };
};
