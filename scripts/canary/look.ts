/** Where the functions of an environment stand, as far as they can be read: a region may be gone, a function not be deployed. */
import { wordsOf } from '../lib/what-to-do.ts';
import type { Fleet } from './fleet.ts';
import { inWords, NotDeployed, type LiveAlias } from './live-alias.ts';

/** A function that could not be read. */
export type Unread = Pick<LiveAlias, 'name' | 'region'> & { readonly error: unknown };

export type Looked = {
  readonly aliases: readonly LiveAlias[];
  /** Functions that this checkout knows and the region, which has others, does not. */
  readonly notDeployed: readonly Unread[];
  /** All others that could not be read. */
  readonly unreached: readonly Unread[];
};

/** Reads every function in every region, and goes on where one fails. Throws the first error when none can be read. */
export const lookAround = async ({ regions, functions }: Fleet): Promise<Looked> => {
  const aliases: LiveAlias[] = [];
  const unread: Unread[] = [];
  const all = regions.flatMap((region) => functions.map((name) => ({ region, name })));
  const found = await Promise.allSettled(all.map(({ region, name }) => region.aliases.read(name)));
  for (const [index, one] of found.entries()) {
    const { region, name } = all[index] ?? {};
    if (one.status === 'fulfilled') aliases.push(one.value);
    else if (region && name !== undefined)
      unread.push({ name, region: region.name, error: one.reason });
  }
  const [first] = unread;
  if (aliases.length === 0 && first) throw first.error;
  // A region without any function is not one that a newer checkout knows more about.
  const isNewer = ({ region, error }: Unread) =>
    error instanceof NotDeployed && aliases.some((alias) => alias.region === region);
  return {
    aliases,
    notDeployed: unread.filter(isNewer),
    unreached: unread.filter((one) => !isNewer(one)),
  };
};

/** Where every function stands, in every region. @throws Error naming those that cannot be read */
export const look = async (fleet: Fleet): Promise<readonly LiveAlias[]> => {
  const { aliases, notDeployed, unreached } = await lookAround(fleet);
  const unread = [...notDeployed, ...unreached];
  if (unread.length > 0) throw new Error(`${unreadInWords(fleet, unread)} cannot be read`);
  return aliases;
};

/** `eu-west-1 (why)` for a region of which nothing could be read, else `create in eu-west-1 (why), …`. */
export const unreadInWords = ({ functions }: Fleet, unread: readonly Unread[]): string =>
  [...Map.groupBy(unread, ({ region }) => region)]
    .flatMap(([region, those]) => {
      const [first] = those;
      return first && those.length === functions.length
        ? `${region} (${wordsOf(first.error)})`
        : those.map((one) => `${inWords(one)} (${wordsOf(one.error)})`);
    })
    .join(', ');

/** A line about what is passed over; none when everything is deployed. */
export const notDeployedLines = ({ notDeployed }: Looked): string[] =>
  notDeployed.length === 0
    ? []
    : [
        `Not deployed, and passed over: ${notDeployed.map(inWords).join(', ')}. Is this the commit that runs there?`,
      ];
