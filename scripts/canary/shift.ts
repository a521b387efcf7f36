/** `pnpm canary shift`: a share of the invocations for the new versions, a watch, then all of them, or none. */
import { Refusal } from '@bbws/operator/refusal';
import { moveAll, takeBack, type Fleet } from './fleet.ts';
import { inWords, type LiveAlias } from './live-alias.ts';
import { look, lookAround, unreadInWords } from './look.ts';
import { Unwell, watchRelease, type WatchDeps } from './watch-release.ts';

export type ShiftDeps = WatchDeps & { readonly say: (line: string) => void };

export type ShiftPlan = {
  /** 1 to 50. */
  readonly percent: number;
  readonly minutes: number;
  /** Alarms that are on before do not count. */
  readonly ignoreAlarms: boolean;
  readonly dryRun: boolean;
};

/**
 * Gives true when every function is at its newest version. All functions move together: one release, one decision.
 * @throws Refusal when a region cannot be reached, a shift is under way or an alarm is on; Error after it has taken back what it moved
 */
export const shift = async (fleet: Fleet, deps: ShiftDeps, plan: ShiftPlan): Promise<boolean> => {
  const { say } = deps;
  const { percent, minutes } = plan;
  const aliases = await lookEverywhere(fleet);
  refuseUnderWay(fleet, aliases);
  const waiting = aliases.filter(({ live, newest }) => newest > live);
  if (waiting.length === 0) {
    say('Every function is at its newest version: there is nothing to shift.');
    return true;
  }
  for (const alias of waiting) say(`  ${inWords(alias)}: ${alias.live} -> ${alias.newest}`);
  const ignored = await alarmsBefore(fleet, plan);
  if (plan.dryRun) {
    say(`Would give them ${percent} % for ${minutes} min, then all. Nothing was changed.`);
    return false;
  }
  await moveTogether(fleet, waiting, deps, { ...plan, ignored });
  return true;
};

/** A release is the same in every region: where one cannot be reached nothing is begun. */
const lookEverywhere = async (fleet: Fleet): Promise<readonly LiveAlias[]> => {
  const { aliases, notDeployed, unreached } = await lookAround(fleet);
  const unread = [...notDeployed, ...unreached];
  if (unread.length === 0) return aliases;
  throw new Refusal(
    `${unreadInWords(fleet, unread)} cannot be read, and new versions take over in all regions together. Nothing was moved: the old versions go on. Run it again when all can be reached.`,
  );
};

const refuseUnderWay = ({ environment }: Fleet, aliases: readonly LiveAlias[]): void => {
  const [first] = aliases.filter(({ next }) => next !== undefined);
  if (!first) return;
  throw new Refusal(
    `A shift is under way, or one was cut off: ${inWords(first)} gives version ${first.next?.version ?? 0} a share. End it: pnpm canary rollback --env ${environment}`,
  );
};

const alarmsBefore = async (
  { regions }: Fleet,
  { ignoreAlarms }: ShiftPlan,
): Promise<readonly string[]> => {
  const on = (await Promise.all(regions.map(({ signs }) => signs.alarmsOn()))).flat();
  if (on.length === 0 || ignoreAlarms) return on;
  throw new Refusal(
    `Alarms are on already, and would not tell of the new versions: ${on.join(', ')}. See to them first, or say --ignore-alarms.`,
  );
};

const moveTogether = async (
  fleet: Fleet,
  waiting: readonly LiveAlias[],
  deps: ShiftDeps,
  { percent, minutes, ignored }: ShiftPlan & { readonly ignored: readonly string[] },
): Promise<void> => {
  const { say, now } = deps;
  try {
    await every(fleet, waiting, (alias) => ({
      live: alias.live,
      next: { version: alias.newest, share: percent / 100 },
      note: alias.note,
    }));
    say(`The new versions take ${percent} % of the invocations, for ${minutes} min.`);
    const shifted = (await look(fleet)).filter(({ next }) => next !== undefined);
    const seen = await watchRelease(fleet, deps, { aliases: shifted, minutes, ignored });
    const at = now().toISOString();
    await every(fleet, shifted, ({ live, next }) => ({
      live: next?.version ?? live,
      note: { before: live, at },
    }));
    say(`Every function is at its newest version, since ${at}.`);
    const unseen = seen.filter(({ calls }) => calls.invocations === 0);
    if (unseen.length > 0)
      say(
        `Not invoked while it was watched, so nothing is known of it: ${unseen.map(({ alias }) => inWords(alias)).join(', ')}.`,
      );
    say(`Undo: pnpm canary rollback --env ${fleet.environment}`);
  } catch (error) {
    await takeBack(fleet, waiting);
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`TAKEN BACK: the old versions take every invocation again. ${why}`, {
      cause: error,
    });
  }
};

/** @throws Unwell naming the first that could not be moved */
const every = async (
  fleet: Fleet,
  aliases: readonly LiveAlias[],
  to: Parameters<typeof moveAll>[2],
): Promise<void> => {
  const [failed] = await moveAll(fleet, aliases, to);
  if (failed) throw new Unwell(`${inWords(failed.alias)} could not be moved: ${failed.why}`);
};
