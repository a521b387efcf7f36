/** `pnpm simulate scenarios`. */
import { scenarios } from '@bbws/simulator/scenarios/scenarios';
import { oneOf } from '../lib/arguments.ts';
import { tellEach } from './tell-each.ts';

/** @param only name of the one to play; all when missing */
export const playScenarios = async (only: string | undefined) => {
  const names = scenarios.map(({ name }) => name);
  const wanted = only === undefined ? names : [oneOf('only', only, names)];
  return tellEach(
    'scenario',
    wanted.map((name) => ({ kind: 'scenario', name })),
  );
};
