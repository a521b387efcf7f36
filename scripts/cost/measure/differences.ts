/** Whether what is measured now is still what measured.json says. */

/** Sizes differ a little from one order to the next, days with the hour. */
const largestShare = 0.1;

/** Every number and word in it, by its path. */
const leavesOf = (value: unknown, path: readonly string[] = []): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]))
    : [[path.join('.'), value]];

const agree = (path: string, one: unknown, other: unknown): boolean => {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  if (path.endsWith('keptDays')) return Math.abs(one - other) <= 1;
  if (/bytes$/i.test(path)) return Math.abs(one - other) <= largestShare * Math.max(one, other);
  return one === other;
};

/** What differs, one sentence each. Date and times always do. */
export const differences = (committed: object, measured: object): string[] => {
  const [before, now] = [committed, measured].map((all) => new Map(leavesOf(all)));
  const paths = new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])]);
  const say = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
  return [...paths]
    .filter((path) => path !== 'date' && !path.endsWith('cpuMilliseconds'))
    .filter((path) => !agree(path, before?.get(path), now?.get(path)))
    .map((path) => `${path}: ${say(now?.get(path))}, measured.json says ${say(before?.get(path))}`);
};
