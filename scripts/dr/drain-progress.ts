/** Shows how a region's queues run empty: on a terminal on one line, elsewhere a line when something changes. */
import type { DrainLook } from '@bbws/operator/dr/drain';

/** `waiting 0, in flight 2 (pdf 1, customer-confirm 1), delayed 0; empty for 15 s of 60 s` */
export const drainWords = ({ depths, emptyFor }: DrainLook, wanted: number): string => {
  const sum = (of: 'waiting' | 'inFlight' | 'delayed') =>
    depths.reduce((total, depth) => total + depth[of], 0);
  const busy = depths
    .map(({ name, waiting, inFlight, delayed }) => ({ name, count: waiting + inFlight + delayed }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count}`);
  const where = busy.length > 0 ? ` (${busy.join(', ')})` : '';
  const empty =
    emptyFor === undefined
      ? ''
      : `; empty for ${Math.round(emptyFor / 1000)} s of ${Math.round(wanted / 1000)} s`;
  return `waiting ${sum('waiting')}, in flight ${sum('inFlight')}, delayed ${sum('delayed')}${where}${empty}`;
};

/** @param wanted for how long they must be empty, in milliseconds */
export const drainProgress = (wanted: number): ((look: DrainLook) => void) => {
  let last = '';
  return (look) => {
    const words = `  ${drainWords(look, wanted)}`;
    if (words === last) return;
    last = words;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${words}`);
    else console.error(words);
    if (process.stderr.isTTY && (look.emptyFor ?? 0) >= wanted) process.stderr.write('\n');
  };
};
