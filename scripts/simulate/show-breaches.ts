/** Shows broken promises: the first few of each, with the story of the order. */
import type { Breach } from '@bbws/simulator/world/history';

const shown = 3;

/** @param again the command that repeats the run */
export const showBreaches = (
  breaches: readonly (Breach & { readonly story?: readonly string[]; readonly case?: string })[],
  again: string,
): void => {
  for (const [invariant, same] of Map.groupBy(breaches, (breach) => breach.invariant)) {
    console.error(`\n${invariant}: ${same.length} times`);
    for (const { message, orderId, story = [], case: name } of same.slice(0, shown)) {
      console.error(
        `  ${name === undefined ? '' : `[${name}] `}${orderId ?? 'no order'}: ${message}`,
      );
      for (const line of story) console.error(`    ${line}`);
    }
  }
  if (breaches.length > 0) console.error(`\nRepeat this run: ${again}`);
};
