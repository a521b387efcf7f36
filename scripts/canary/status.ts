/** `pnpm canary status`: which version of each function is live, which one waits, and which alarms are on. */
import { textTable } from '../operator/words.ts';
import { wordsOf } from '../lib/what-to-do.ts';
import type { CanaryRegion, Fleet } from './fleet.ts';
import type { LiveAlias } from './live-alias.ts';
import { lookAround, notDeployedLines, unreadInWords } from './look.ts';

const shareOf = ({ next }: LiveAlias): string =>
  next ? `${next.version}: ${Math.round(next.share * 100)} %` : '';

const rowOf = (alias: LiveAlias): (string | number)[] => [
  ...[alias.region, alias.name, alias.live],
  ...[alias.newest > alias.live ? alias.newest : '', shareOf(alias)],
  alias.note ? `${alias.note.before} before ${alias.note.at}` : '',
];

const alarmLine = async ({ name, signs }: CanaryRegion): Promise<string> => {
  try {
    return `Alarms on in ${name}: ${(await signs.alarmsOn()).join(', ') || 'none'}`;
  } catch (error) {
    return `Alarms on in ${name}: not known (${wordsOf(error)})`;
  }
};

/** The lines of the report, also when a region cannot be reached. Throws when none can. */
export const canaryStatus = async (fleet: Fleet): Promise<string[]> => {
  const looked = await lookAround(fleet);
  const unreached = unreadInWords(fleet, looked.unreached);
  return [
    textTable(
      ['region', 'function', 'live', 'waits', 'shifting', 'was at'],
      looked.aliases.map(rowOf),
    ),
    '',
    ...notDeployedLines(looked),
    ...(unreached === '' ? [] : [`NOT REACHED: ${unreached}`]),
    ...(await Promise.all(fleet.regions.map(alarmLine))),
  ];
};
