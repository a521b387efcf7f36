/** `pnpm simulate defects`. */
import { defects } from '@bbws/simulator/defects/defects';
import { runDefects } from '@bbws/simulator/defects/run-defects';
import type { FiguresFile } from '@bbws/simulator/report/figures-file';
import { oneOf } from '../lib/arguments.ts';

type Row = FiguresFile['defects'][number];

/** @param only name of the one to try; all when missing */
export const tryDefects = async (
  only: string | undefined,
): Promise<{ readonly failed: boolean; readonly rows: Row[] }> => {
  const names = defects.map(({ name }) => name);
  const wanted = only === undefined ? names : [oneOf('only', only, names)];
  const rows: Row[] = [];
  let failed = false;
  for await (const { name, what, caughtBy, caught, breaches } of runDefects(wanted)) {
    const seen = Object.entries(breaches).map(([invariant, count]) => `${invariant} ${count}`);
    console.log(
      `${caught ? 'noticed    ' : 'NOT NOTICED'} ${name.padEnd(26)} ${caughtBy.padEnd(24)} ${what}`,
    );
    if (!caught) console.error(`  broken instead: ${seen.join(', ') || 'nothing'}`);
    failed ||= !caught;
    rows.push({ name, caughtBy, breaches: { ...breaches } });
  }
  console.log(
    `\n${rows.length} defects, ${failed ? 'not all of them' : 'every one'} noticed by the promise that it breaks`,
  );
  return { failed, rows };
};
