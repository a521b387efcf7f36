/** The functions of an environment in all of its regions, and how they are moved together. */
import type { Aliases, AliasMove, LiveAlias } from './live-alias.ts';
import { inWords } from './live-alias.ts';
import type { Signs } from './cloudwatch-signs.ts';
import { wordsOf } from '../lib/what-to-do.ts';
import { lookAround } from './look.ts';

export type CanaryRegion = {
  readonly name: string;
  readonly aliases: Aliases;
  readonly signs: Signs;
};

export type Fleet = {
  readonly environment: string;
  readonly regions: readonly CanaryRegion[];
  /** As functions.json names them. */
  readonly functions: readonly string[];
};

const aliasesOf = ({ regions }: Fleet, { region }: LiveAlias): Aliases => {
  const found = regions.find(({ name }) => name === region);
  if (!found) throw new Error(`There is no region ${region}.`);
  return found.aliases;
};

/** Moves one of them from where it was seen. */
const moveOne = (fleet: Fleet, seen: LiveAlias, to: AliasMove): Promise<void> =>
  aliasesOf(fleet, seen).move(seen, to);

/** A function that could not be moved, and why. */
export type NotMoved = { readonly alias: LiveAlias; readonly why: string };

/** Moves each to where `to` says, one after the other, also after one could not be moved. Gives those. */
export const moveAll = async (
  fleet: Fleet,
  seen: readonly LiveAlias[],
  to: (alias: LiveAlias) => AliasMove,
): Promise<NotMoved[]> => {
  const failed: NotMoved[] = [];
  for (const alias of seen)
    await moveOne(fleet, alias, to(alias)).catch((error: unknown) => {
      failed.push({ alias, why: wordsOf(error) });
    });
  return failed;
};

/**
 * Gives the old version everything again, wherever they stand now, in every region that can be reached.
 * @param before as they were when nothing was moved
 * @throws Error naming those that could not be taken back
 */
export const takeBack = async (fleet: Fleet, before: readonly LiveAlias[]): Promise<void> => {
  const former = (alias: Pick<LiveAlias, 'name' | 'region'>) =>
    before.find(({ name, region }) => name === alias.name && region === alias.region);
  const { aliases, notDeployed, unreached } = await lookAround(fleet).catch((error: unknown) => ({
    aliases: [],
    notDeployed: [],
    unreached: before.map(({ name, region }) => ({ name, region, error })),
  }));
  const moved = aliases.filter(
    (alias) => alias.next !== undefined || alias.live !== (former(alias) ?? alias).live,
  );
  const failed = await moveAll(fleet, moved, (alias) => {
    const { live, note } = former(alias) ?? alias;
    return { live, note };
  });
  const left = [
    ...failed.map(({ alias, why }) => `${inWords(alias)} (${why})`),
    ...[...notDeployed, ...unreached]
      .filter(former)
      .map((one) => `${inWords(one)} (${wordsOf(one.error)})`),
  ];
  if (left.length === 0) return;
  throw new Error(
    `NOT TAKEN BACK: ${left.join(', ')}. Everything else is. When these can be reached, and not before (it would take back an earlier shift): pnpm canary rollback --env ${fleet.environment}`,
  );
};

/** `create in af-south-1 (why), …` */
export const notMovedInWords = (failed: readonly NotMoved[]): string =>
  failed.map(({ alias, why }) => `${inWords(alias)} (${why})`).join(', ');
