/** Functions of an environment in memory, with alarms and invocations that a test decides, on a clock that it moves. */
import type { Calls } from '../cloudwatch-signs.ts';
import type { CanaryRegion, Fleet } from '../fleet.ts';
import { NotDeployed, type Aliases, type AliasMove, type LiveAlias } from '../live-alias.ts';
import type { Look, WatchDeps } from '../watch-release.ts';

type Stored = Omit<LiveAlias, 'region' | 'name'>;

export type Weather = {
  /** Alarms that are on, so many seconds after the start. */
  readonly alarms?: (seconds: number, region: string) => string[];
  /** Invocations of a new version since it has its share. */
  readonly calls?: (alias: LiveAlias) => Calls;
  /** Throws where a region does not answer, whatever is asked of it. */
  readonly onCall?: (region: string) => void;
  /** Throws where Lambda does, before a move is made. */
  readonly onMove?: (seen: LiveAlias, to: AliasMove) => void;
};

const start = Date.parse('2026-11-20T09:30:00.000Z');

/** @param versions live and newest version by function; the same in each region */
export const memoryFleet = (
  versions: Readonly<Record<string, readonly [live: number, newest: number]>>,
  {
    alarms = () => [],
    calls = () => ({ invocations: 20, errors: 0 }),
    onMove,
    onCall,
  }: Weather = {},
) => {
  let now = start;
  const looks: Look[] = [];
  const moves: string[] = [];
  const regionOf = (region: string): CanaryRegion & { stored: Map<string, Stored> } => {
    const stored = new Map<string, Stored>(
      Object.entries(versions).map(([name, [live, newest]]) => [
        name,
        { live, newest, next: undefined, note: undefined },
      ]),
    );
    const aliases: Aliases = {
      read: async (name) => {
        onCall?.(region);
        const found = stored.get(name);
        if (!found) throw new NotDeployed(`There is no ${name}.`);
        return { region, name, ...found };
      },
      move: async (seen, to) => {
        onCall?.(region);
        onMove?.(seen, to);
        moves.push(`${region} ${seen.name} ${to.live}${to.next ? `+${to.next.version}` : ''}`);
        stored.set(seen.name, { newest: seen.newest, next: to.next, note: to.note, live: to.live });
      },
    };
    return {
      ...{ name: region, aliases, stored },
      signs: {
        alarmsOn: async () => {
          onCall?.(region);
          return alarms((now - start) / 1000, region);
        },
        callsOf: async (moved) => moved.map(calls),
      },
    };
  };
  const regions = [regionOf('af-south-1'), regionOf('eu-west-1')];
  const fleet: Fleet = { environment: 'prod', regions, functions: Object.keys(versions) };
  const deps: WatchDeps & { readonly say: (line: string) => void; readonly said: string[] } = {
    said: [],
    say: (line) => void deps.said.push(line),
    sleep: async (milliseconds) => void (now += milliseconds),
    now: () => new Date(now),
    onLook: (look) => void looks.push(look),
  };
  /** Deploys a new version of a function in every region. */
  const publish = (name: string) => {
    for (const { stored } of regions) {
      const found = stored.get(name);
      if (found) stored.set(name, { ...found, newest: found.newest + 1 });
    }
  };
  /** `af-south-1 create 7`, with `+8` for a version that has a share. */
  const stands = () =>
    regions.flatMap(({ name, stored }) =>
      [...stored].map(
        ([fn, { live, next }]) => `${name} ${fn} ${live}${next ? `+${next.version}` : ''}`,
      ),
    );
  return { fleet, deps, looks, moves, stands, publish };
};
