/** Figures and times as an operator reads them. */

/** How long ago `since` (UTC) was: `45 s`, `12 min`, `3 h`, `5 d`. */
export const ageAt = (now: Date, since: string): string => {
  const seconds = Math.max(0, Math.round((now.getTime() - Date.parse(since)) / 1000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 2 * 3600) return `${Math.round(seconds / 60)} min`;
  if (seconds < 48 * 3600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
};

/** `3 messages`, `1 message`. */
export const messages = (count: number): string =>
  `${count} ${count === 1 ? 'message' : 'messages'}`;

/** Of messages that cannot be looked at now. */
export const heldInWords = (count: number): string =>
  `${messages(count)} held by another command, or by one that was killed: back within 10 minutes.`;

/** `3 times`, `once`. */
export const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** `NOT_JSON 3, CartApiError 1`. */
export const tallyInWords = (tally: Readonly<Record<string, number>>): string =>
  Object.entries(tally)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');

/** Rows under their heads, each column as wide as its widest cell; text to the left, figures to the right. */
export const textTable = (
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string => {
  const cells = [heads, ...rows.map((row) => row.map(String))];
  const widths = heads.map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const isFigure = heads.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        isFigure[column] === true
          ? cell.padStart(widths[column] ?? 0)
          : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return cells.map(line).join('\n');
};
