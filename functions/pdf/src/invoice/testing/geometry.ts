/** Finds what must not be on a page: text outside its place, and text too close to other text. */
import type { ReadPage, Run } from './read-pdf.ts';

const sides = 46;
const top = 38;
const footer = { bottom: 30, top: 44 };
const contentBottom = 66;

/** Runs that leave the margins or stand between content and footer. */
export const runsOutside = (page: ReadPage): Run[] =>
  page.runs.filter(
    ({ x, y, width, size }) =>
      x < sides ||
      x + width > page.width - sides ||
      y + size > page.height - top ||
      y < footer.bottom ||
      (y > footer.top && y < contentBottom),
  );

// Smallest leading in use is 1.16 of the size; columns are 14 points apart.
const tooClose = (one: Run, other: Run): boolean =>
  one.x < other.x + other.width + 10 &&
  other.x < one.x + one.width + 10 &&
  Math.abs(one.y - other.y) < 1.15 * Math.max(one.size, other.size);

/** Pairs of runs that touch or lie on each other. */
export const crowdedRuns = ({ runs }: ReadPage): [string, string][] =>
  runs.flatMap((one, index) =>
    runs
      .slice(index + 1)
      .filter((other) => tooClose(one, other))
      .map((other): [string, string] => [one.text, other.text]),
  );
