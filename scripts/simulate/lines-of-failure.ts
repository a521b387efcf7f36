/** A run that failed, in words: what did not come about, the first few broken promises of each kind, and how to repeat it. */
import type { Breach } from '@bbws/simulator/world/history';

const shown = 3;

export type Failure = {
  /** Lines about what was expected and did not come about. */
  readonly unmet?: readonly string[];
  /** Promises that were broken, with the story of the order. */
  readonly breaches?: readonly (Breach & {
    readonly story?: readonly string[];
    readonly case?: string;
  })[];
  /** The command that repeats the run. */
  readonly again: string;
};

/** Nothing when nothing failed. */
export const linesOfFailure = ({ unmet = [], breaches = [], again }: Failure): string[] =>
  unmet.length + breaches.length === 0
    ? []
    : [
        ...unmet,
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
