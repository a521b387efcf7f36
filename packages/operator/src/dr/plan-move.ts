/** What a planned move has to do, by what the regions answered. Pure. */
import type { WriterFlag } from '@bbws/dynamo/writer-flag';
import { Refusal } from '../refusal.ts';
import type { RegionLook } from './look-at-region.ts';
import { isSameFlag, nobody } from './region.ts';

export type MovePlan =
  /** The target writes already. */
  | { readonly kind: 'done'; readonly seen: WriterFlag }
  /** A move away from the target was begun: it gets the right to write back, and nothing has to wait. */
  | { readonly kind: 'undo'; readonly seen: WriterFlag }
  /** The move, from its beginning or from where another run left it. */
  | { readonly kind: 'move' | 'go-on'; readonly from: string; readonly seen: WriterFlag };

/**
 * @param looks every region of the environment
 * @throws Refusal when one of them does not answer, their replicas say different things, or no region is named
 */
export const planMove = (
  looks: readonly RegionLook[],
  to: string,
  { ignoreHealth }: { readonly ignoreHealth: boolean },
): MovePlan => {
  const flags = looks.map((look) => flagIn(look, to));
  const [seen] = flags;
  if (!flags.every((flag) => isSameFlag(flag, seen)))
    throw new Refusal(
      `The replicas of the table say different things (${looks.map(({ name }, index) => `${name}: ${flags[index]?.region ?? 'nothing'}`).join(', ')}). Run the command again in a moment; if it stays so, replication is broken.`,
    );
  if (!seen)
    throw new Refusal(
      'No region is named as the writer, so that each of them writes. Name one first: pnpm dr failover',
    );
  if (seen.region === to) return { kind: 'done', seen };
  refuseDeafTarget(looks, to, ignoreHealth);
  if (seen.region === nobody && seen.previous === to) return { kind: 'undo', seen };

  const others = looks.filter(({ name }) => name !== to);
  const wanted = seen.region === nobody ? (seen.previous ?? others[0]?.name) : seen.region;
  const from = others.find(({ name }) => name === wanted);
  if (!from)
    throw new Refusal(`${wanted ?? 'Nobody'} wrote before, and is no region of this environment.`);
  if (!from.queues.ok)
    throw new Refusal(`The queues in ${from.name} do not answer (${from.queues.why}).`);
  return { kind: seen.region === nobody ? 'go-on' : 'move', from: from.name, seen };
};

const flagIn = ({ name, flag }: RegionLook, to: string): WriterFlag | undefined => {
  if (flag.ok) return flag.value;
  throw new Refusal(
    `The table in ${name} does not answer (${flag.why}). A planned move needs both regions. If ${name} is dead: pnpm dr failover --to ${name === to ? 'the other region' : to}`,
  );
};

const refuseDeafTarget = (
  looks: readonly RegionLook[],
  to: string,
  ignoreHealth: boolean,
): void => {
  const health = looks.find(({ name }) => name === to)?.health;
  if (!health || health.ok || ignoreHealth) return;
  throw new Refusal(
    `The API in ${to} does not answer (${health.why}). If it only cannot be reached from here: --ignore-health`,
  );
};
