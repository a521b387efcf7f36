/** What differs between two versions of a mail, as its readers would see it. */

/** The text of a mail, a line for each piece between tags. */
const linesOf = (html: string): readonly string[] =>
  html
    .replace(/<(style|script)\b[^]*?<\/\1>|<!--[^]*?-->|\{\{[#/^][^}]*\}\}/gi, ' ')
    .split(/<[^>]*>/)
    .map((line) => line.replace(/&(?:nbsp|zwnj|#847);|\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** For each pair of positions the length of the longest common run of lines from there on. */
const commonLengths = (before: readonly string[], after: readonly string[]): number[][] => {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    const cells = lengths[row] ?? [];
    for (let column = after.length - 1; column >= 0; column -= 1)
      cells[column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  }
  return lengths;
};

/** The lines that go (`- …`) and come (`+ …`), in order; empty when the words are the same and only their looks differ. */
export const mailDifferences = (before: string, after: string): readonly string[] => {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const lengths = commonLengths(old, fresh);
  const found: string[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < fresh.length) {
    const [gone, come] = [old[row], fresh[column]];
    if (gone === come) [row, column] = [row + 1, column + 1];
    else if (
      come === undefined ||
      (gone !== undefined && (lengths[row + 1]?.[column] ?? 0) >= (lengths[row]?.[column + 1] ?? 0))
    ) {
      found.push(`- ${gone ?? ''}`);
      row += 1;
    } else {
      found.push(`+ ${come}`);
      column += 1;
    }
  }
  return found;
};
