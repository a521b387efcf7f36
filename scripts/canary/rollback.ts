/** `pnpm canary rollback`: ends a shift, or takes the last one back. */
import { Refusal } from '@bbws/operator/refusal';
import { moveAll, notMovedInWords, type Fleet } from './fleet.ts';
import { inWords, type AliasMove, type LiveAlias } from './live-alias.ts';
import { lookAround, notDeployedLines, unreadInWords } from './look.ts';

type Move = { readonly alias: LiveAlias; readonly to: AliasMove; readonly from: number };

/** What is still shifting goes back to its version; else the functions of the last shift go back to theirs. */
const movesOf = (aliases: readonly LiveAlias[]): Move[] => {
  const shifting = aliases.flatMap((alias) =>
    alias.next
      ? [{ alias, from: alias.next.version, to: { live: alias.live, note: alias.note } }]
      : [],
  );
  if (shifting.length > 0) return shifting;
  const last = aliases
    .flatMap(({ note }) => note?.at ?? [])
    .toSorted()
    .at(-1);
  return aliases.flatMap((alias) =>
    alias.note && alias.note.at === last
      ? [{ alias, from: alias.live, to: { live: alias.note.before } }]
      : [],
  );
};

/**
 * Gives how many functions were moved. Moves what can be reached, also when a region cannot.
 * @throws Refusal when no shift was noted; Error naming what could not be moved, or not be reached
 */
export const rollBack = async (
  fleet: Fleet,
  say: (line: string) => void,
  dryRun: boolean,
): Promise<number> => {
  const looked = await lookAround(fleet);
  for (const line of notDeployedLines(looked)) say(line);
  const unreached = unreadInWords(fleet, looked.unreached);
  const moves = movesOf(looked.aliases);
  if (moves.length === 0 && unreached !== '')
    throw new Refusal(`No shift is noted in what was reached. Not reached: ${unreached}.`);
  if (moves.length === 0)
    throw new Refusal(
      'No shift is noted that could be taken back. Deploy the earlier commit instead.',
    );
  for (const { alias, from, to } of moves) say(`  ${inWords(alias)}: ${from} -> ${to.live}`);
  if (dryRun) {
    if (unreached !== '') say(`Not reached: ${unreached}.`);
    say('Nothing was changed.');
    return 0;
  }
  const toOf = new Map(moves.map(({ alias, to }) => [alias, to]));
  const failed = await moveAll(
    fleet,
    moves.map(({ alias }) => alias),
    (alias) => toOf.get(alias) ?? { live: alias.live },
  );
  if (failed.length > 0)
    throw new Error(
      `NOT TAKEN BACK: ${notMovedInWords(failed)}${unreached === '' ? '' : `, ${unreached}`}. Run it again.`,
    );
  // Run again before that, it would look for an earlier shift in the regions that are done.
  if (unreached !== '')
    throw new Error(
      `Taken back where it could be reached. NOT TAKEN BACK: ${unreached}. Run it again when that can be reached, and not before.`,
    );
  return moves.length;
};
