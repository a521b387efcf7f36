/** Watches new versions while they have a share of the invocations. */
import { wordsOf } from '../lib/what-to-do.ts';
import type { Calls } from './cloudwatch-signs.ts';
import type { Fleet } from './fleet.ts';
import { inWords, type LiveAlias } from './live-alias.ts';

/** Something is wrong while the new versions have their share. */
export class Unwell extends Error {
  override readonly name = 'Unwell';
}

export type WatchDeps = {
  /** Rejects when the watch is to end. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
  /** Told of each look. */
  readonly onLook: (look: Look) => void;
};

export type Look = {
  readonly secondsPassed: number;
  readonly secondsInAll: number;
  readonly calls: Calls;
};

export type Watched = {
  /** Those that are moved; each has a next version. */
  readonly aliases: readonly LiveAlias[];
  readonly minutes: number;
  /** Alarms that were on before. */
  readonly ignored: readonly string[];
};

const lookEvery = 15_000;
/** How often in a row CloudWatch may fail to answer: what cannot be seen is not safe. */
const mostFailures = 4;
/** More failed invocations than this share are too many, as for the alarm on errors. */
const mostErrors = 0.05;

/**
 * Returns the invocations of each new version when time is over and all is well.
 * @throws Unwell when an alarm goes off, a new version fails too often, or nobody says how it is; what `sleep` rejects with
 */
export const watchRelease = async (
  fleet: Fleet,
  { sleep, now, onLook }: WatchDeps,
  { aliases, minutes, ignored }: Watched,
): Promise<{ readonly alias: LiveAlias; readonly calls: Calls }[]> => {
  const since = now();
  const end = since.getTime() + minutes * 60_000;
  let failures = 0;
  let latest: { readonly alias: LiveAlias; readonly calls: Calls }[] = [];
  while (now().getTime() < end) {
    await sleep(Math.min(lookEvery, Math.max(0, end - now().getTime())));
    try {
      latest = await lookAt(fleet, aliases, ignored, since, now());
      failures = 0;
    } catch (error) {
      failures += 1;
      if (error instanceof Unwell) throw error;
      if (failures >= mostFailures)
        throw new Unwell(`CloudWatch does not say how it is: ${wordsOf(error)}`, { cause: error });
      continue;
    }
    onLook({
      secondsPassed: Math.round((now().getTime() - since.getTime()) / 1000),
      secondsInAll: minutes * 60,
      calls: {
        invocations: latest.reduce((sum, { calls }) => sum + calls.invocations, 0),
        errors: latest.reduce((sum, { calls }) => sum + calls.errors, 0),
      },
    });
  }
  if (failures > 0) throw new Unwell('CloudWatch did not say how it is in the end');
  return latest;
};

const lookAt = async (
  { regions }: Fleet,
  aliases: readonly LiveAlias[],
  ignored: readonly string[],
  since: Date,
  until: Date,
) => {
  const found = await Promise.all(
    regions.map(async ({ name, signs }) => {
      const own = aliases.filter(({ region }) => region === name);
      const [alarms, calls] = await Promise.all([
        signs.alarmsOn(),
        signs.callsOf(own, since, until),
      ]);
      const news = alarms.filter((alarm) => !ignored.includes(alarm));
      if (news.length > 0) throw new Unwell(`alarm in ${name}: ${news.join(', ')}`);
      return own.map((alias, index) => ({
        alias,
        calls: calls[index] ?? { invocations: 0, errors: 0 },
      }));
    }),
  );
  for (const { alias, calls } of found.flat())
    if (calls.errors > mostErrors * calls.invocations)
      throw new Unwell(
        `${calls.errors} of ${calls.invocations} invocations of version ${alias.next?.version ?? 0} of ${inWords(alias)} failed`,
      );
  return found.flat();
};
