/** Broken promises in words: the first few of each, with the story of the order. */
import type { Breach } from '@bbws/simulator/world/history';

const shown = 3;

/** @param again the command that repeats the run */
export const linesOfBreaches = (
  breaches: readonly (Breach & { readonly story?: readonly string[]; readonly case?: string })[],
  again: string,
): string[] =>
  breaches.length === 0
    ? []
    : [
        ...[...Map.groupBy(breaches, (breach) => breach.invariant)].flatMap(([invariant, same]) => [
          `\n${invariant}: ${same.length} times`,
          ...same
            .slice(0, shown)
            .flatMap(({ message, orderId, story = [], case: name }) => [
              `  ${name === undefined ? '' : `[${name}] `}${orderId ?? 'no order'}: ${message}`,
              ...story.map((line) => `    ${line}`),
            ]),
        ]),
        `\nRepeat this run: ${again}`,
      ];
