/** Figures for people: a table of columns, and the middle of many measurements. */

/** Rows under their heads, each column as wide as its widest cell and aligned to the right. */
export const formatTable = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string => {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const rule = widths.map((width) => '-'.repeat(width));
  return [heads, rule, ...rows]
    .map((cells) => cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
    .join('\n');
};

/** The median; the upper one of the two in the middle. NaN when there are none. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
