/** `pnpm canary status`: which version of each function is live, which one waits, and which alarms are on. */
import { textTable } from '../operator/words.ts';
import { look, type Fleet } from './fleet.ts';
import type { LiveAlias } from './live-alias.ts';

const shareOf = ({ next }: LiveAlias): string =>
  next ? `${next.version}: ${Math.round(next.share * 100)} %` : '';

const rowOf = (alias: LiveAlias): (string | number)[] => [
  ...[alias.region, alias.name, alias.live],
  ...[alias.newest > alias.live ? alias.newest : '', shareOf(alias)],
  alias.note ? `${alias.note.before} before ${alias.note.at}` : '',
];

/** The lines of the report. */
export const canaryStatus = async (fleet: Fleet): Promise<string[]> => {
  const aliases = await look(fleet);
  const alarms = await Promise.all(
    fleet.regions.map(async ({ name, signs }) => ({ name, on: await signs.alarmsOn() })),
  );
  return [
    textTable(['region', 'function', 'live', 'waits', 'shifting', 'was at'], aliases.map(rowOf)),
    '',
    ...alarms.map(({ name, on }) => `Alarms on in ${name}: ${on.join(', ') || 'none'}`),
  ];
};
