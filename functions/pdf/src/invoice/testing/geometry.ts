/** Finds what must not be on a page: text beyond the margins, and text on top of other text. */
import type { ReadPage, Run } from './read-pdf.ts';

const margin = 46;

/** Runs that leave the room between the margins. */
export const runsOutside = (page: ReadPage): Run[] =>
  page.runs.filter(
    ({ x, y, width, size }) =>
      x < margin || x + width > page.width - margin || y < 30 || y + size > page.height - 30,
  );

// From baseline to capital height: accents and descenders may touch the next line.
const overlap = (one: Run, other: Run): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.size * 0.7 &&
  other.y < one.y + one.size * 0.7;

/** Pairs of runs that lie on each other. */
export const overlappingRuns = ({ runs }: ReadPage): [string, string][] =>
  runs.flatMap((one, index) =>
    runs
      .slice(index + 1)
      .filter((other) => overlap(one, other))
      .map((other): [string, string] => [one.text, other.text]),
  );
