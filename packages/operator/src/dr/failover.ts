/** The unplanned move (R-OPS-02): the region that lives takes the right to write. Asks nothing of any other region. */
import type { WriterFlag } from '@bbws/dynamo/writer-flag';
import { writerKnownFor } from '@bbws/lambda/writer';
import { Refusal } from '../refusal.ts';
import type { RegionLook } from './look-at-region.ts';
import { isSameFlag, nobody, type Region } from './region.ts';

export type FailoverPlan = {
  /** The flag in the target's replica. */
  readonly seen: WriterFlag | undefined;
  /** True when the target writes already: then there is nothing to do. */
  readonly isDone: boolean;
};

/**
 * Whether the target can take the right to write, by what it answered.
 * @param ignoreHealth takes it although its API does not answer, or cannot be asked
 * @throws Refusal when it does not answer
 */
export const planFailover = (
  { name, health, flag, queues }: RegionLook,
  { ignoreHealth }: { readonly ignoreHealth: boolean },
): FailoverPlan => {
  if (!flag.ok) throw new Refusal(`The table in ${name} does not answer (${flag.why}).`);
  const seen = flag.value;
  if (seen?.region === name) return { seen, isDone: true };
  if (!queues.ok) throw new Refusal(`The queues in ${name} do not answer (${queues.why}).`);
  if (health && !health.ok && !ignoreHealth)
    throw new Refusal(
      `The API in ${name} does not answer (${health.why}). If it only cannot be reached from here: --ignore-health`,
    );
  return { seen, isDone: false };
};

export type FailoverDeps = {
  readonly target: Region;
  readonly now: () => Date;
  /** Waits; rejects when the operator ends the command. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** Told of each step when it is done. */
  readonly tell: (line: string) => void;
};

/**
 * Writes the flag in the target's replica, waits until its functions know, and reads it again. Two requests and ten seconds.
 * @throws Refusal when somebody else moved the flag since it was seen, or after it was written
 */
export const failover = async (
  { target, now, sleep, newId, tell }: FailoverDeps,
  { seen }: Pick<FailoverPlan, 'seen'>,
): Promise<WriterFlag> => {
  const { name } = target;
  const flag = await target.moveFlag({
    seen,
    region: name,
    previous: lastWriter(seen),
    at: now().toISOString(),
    writeId: newId(),
  });
  if (!flag)
    throw new Refusal('Somebody else moved the writer at the same time. Nothing was changed.');
  tell(`the flag says ${name}, in the replica of ${name}`);
  await sleep(writerKnownFor);
  tell(`every function in ${name} knows: orders are accepted`);
  const present = await target.readFlag();
  if (!isSameFlag(present, flag))
    throw new Refusal(
      `The flag was written, but says ${present?.region ?? 'nothing'} now: somebody else moved it, or the other replica won.`,
    );
  tell(`read again: ${name} writes`);
  return flag;
};

/** Of a move that was cut short, the region that wrote before it. */
const lastWriter = (seen: WriterFlag | undefined): string | undefined =>
  seen?.region === nobody ? seen.previous : seen?.region;
