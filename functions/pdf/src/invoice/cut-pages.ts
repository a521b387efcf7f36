/** Cuts the rows of a table into pages, by their heights. Knows nothing of what is in a row. */

/** Height that each page has for rows, in points. */
export type Room = { readonly firstPage: number; readonly otherPages: number };

type Row = { readonly height: number };

/** So many rows go along, if they can, when the closing block moves to a new page: it should not stand alone. */
const companions = [3, 2, 1];

const heightOf = (rows: readonly Row[]) => rows.reduce((sum, { height }) => sum + height, 0);

/** Fills page after page. `last` is the one that is still open, with `left` points to its end. */
const fill = <R extends Row>(rows: readonly R[], { firstPage, otherPages }: Room) => {
  const full: R[][] = [];
  let last: R[] = [];
  let left = firstPage;
  for (const row of rows) {
    if (row.height > left) {
      full.push(last);
      last = [];
      left = otherPages;
    }
    last.push(row);
    left -= row.height;
  }
  return { full, last, left };
};

/**
 * The rows of each page, in order; each row is on one page as a whole. The last page also has room for a closing block
 * of `closingHeight`. The first page may have no rows, when not even one fits on it.
 */
export const cutPages = <R extends Row>(
  rows: readonly R[],
  closingHeight: number,
  room: Room,
): R[][] => {
  const { full, last, left } = fill(rows, room);
  if (closingHeight <= left) return [...full, last];
  const roomForCompanions = room.otherPages - closingHeight;
  const moved = companions.find(
    (count) => count < last.length && heightOf(last.slice(-count)) <= roomForCompanions,
  );
  const split = last.length - (moved ?? 0);
  return [...full, last.slice(0, split), last.slice(split)];
};
