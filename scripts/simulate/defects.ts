/** `pnpm simulate defects`. */
import { defects } from '@bbws/simulator/defects/defects';
import { oneOf } from '../lib/arguments.ts';
import { tellEach } from './tell-each.ts';

/** @param only name of the one to try; all when missing */
export const tryDefects = async (only: string | undefined) => {
  const names = defects.map(({ name }) => name);
  const wanted = only === undefined ? names : [oneOf('only', only, names)];
  const { failed, rows } = await tellEach(
    'defect',
    wanted.map((name) => ({ kind: 'defect', name })),
  );
  console.log(
    `\n${rows.length} defects, ${failed ? 'not all of them' : 'every one'} noticed by the promise that it breaks`,
  );
  return { failed, rows };
};
