/** What `pnpm iam:check` prints: a table for each function, then what is wrong. Pure. */
import { textTable } from '../operator/words.ts';
import type { Row } from './compare.ts';

/** The same thing said of several places. */
type Said = Row & { readonly places: readonly string[] };

const together = (rows: readonly Row[]): Said[] => {
  const alike = Map.groupBy(rows, (row) => JSON.stringify({ ...row, place: undefined }));
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, places: [...new Set(same.map(({ place }) => place))] }] : [];
  });
};

const where = (places: readonly string[], all: readonly string[]): string =>
  places.length === all.length ? 'everywhere' : places.join(', ');

const byAction = (a: Row, b: Row): number =>
  a.action.localeCompare(b.action) || a.resource.localeCompare(b.resource);

/** The tables; every permission is a row, and every call without one. */
export const reportLines = (rows: readonly Row[]): string[] => {
  const all = [...new Set(rows.map(({ place }) => place))];
  const byFunction = Map.groupBy(together(rows), (row) => row.function);
  return [...byFunction]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([name, said]) => [
      textTable(
        [name, 'action', 'resource', 'where', 'seen'],
        said
          .toSorted(byAction)
          .map(({ verdict, action, resource, places, detail }) => [
            verdict === 'ok' ? 'ok' : verdict.toUpperCase(),
            action,
            resource,
            where(places, all),
            detail,
          ]),
      ),
      '',
    ]);
};

/** One line for each thing to mend: what, where, and what to do. Empty when all is well. */
export const faultLines = (rows: readonly Row[]): string[] => {
  const all = [...new Set(rows.map(({ place }) => place))];
  return together(rows.filter(({ verdict }) => verdict !== 'ok')).map(
    ({ verdict, action, resource, detail, remedy = '', places, ...row }) =>
      `${row.function}: ${action} on ${resource}${verdict === 'refused' && detail ? ` (${detail})` : ''} is ${verdict}, ${where(places, all)}. ${remedy}`,
  );
};
