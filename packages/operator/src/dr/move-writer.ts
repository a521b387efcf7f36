/**
 * The planned move (ADR 12): nobody writes while what the functions remember, the longest request, the replica's lag and the
 * old region's queues run out; then the new region writes.
 */
import type { WriterFlag } from '@bbws/dynamo/writer-flag';
import { writerKnownFor } from '@bbws/lambda/writer';
import { drain, type DrainLook, type DrainTiming } from './drain.ts';
import { MoveStopped, type MoveState } from './move-stopped.ts';
import type { MovePlan } from './plan-move.ts';
import { deadLettersIn } from './queue-depths.ts';
import { isSameFlag, nobody, type Region } from './region.ts';

/** In milliseconds. */
export type MoveTiming = DrainTiming & {
  /** The longest time-out of a function that asks for the writer. */
  readonly longestRequest: number;
  /** What a replica may lag behind, waited for where it cannot be seen. */
  readonly lag: number;
  /** How long the flag may take to reach the other replica. */
  readonly lagLimit: number;
};

export type MoveDeps = {
  readonly from: Region;
  readonly to: Region;
  readonly timing: MoveTiming;
  readonly now: () => Date;
  /** Waits; rejects when the operator ends the command. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** Told of each step when it is done. */
  readonly tell: (line: string) => void;
  readonly onLook: (look: DrainLook) => void;
};

/**
 * Moves the right to write; how long nobody wrote, in milliseconds. A run that was cut short is gone on with by another.
 * @throws MoveStopped saying who writes, whatever went wrong
 */
export const moveWriter = async (
  deps: MoveDeps,
  { kind, seen }: Extract<MovePlan, { from: string }>,
): Promise<number> => {
  const { from, to, timing, now, sleep, tell } = deps;
  let state: MoveState = kind === 'go-on' ? 'nobody-writes' : 'unknown';
  try {
    const stopped = kind === 'go-on' ? seen : await change(deps, from, seen, nobody);
    state = 'nobody-writes';
    const since = now().getTime();
    tell(`nobody writes: the flag says ${nobody} in ${from.name}`);

    const lag = await arrival(deps, to, stopped);
    tell(`${to.name} has it as well, after ${seconds(lag)}`);
    // Counted from now on, since a function may have asked just before.
    await sleep(writerKnownFor + timing.longestRequest);
    tell(`what was begun before is over (${seconds(writerKnownFor + timing.longestRequest)})`);

    const depths = await drain({ ...deps, ...watch(from, to, stopped) }, timing);
    tell(`the queues in ${from.name} are empty; dead letters: ${deadLettersIn(depths)}`);
    await sleep(Math.max(timing.lag, 2 * lag));
    tell(`what was written last has reached ${to.name}`);

    // From here on a lost answer leaves it open who writes.
    state = 'unknown';
    const moved = await change(deps, to, stopped, to.name, from.name);
    const nobodyWroteFor = now().getTime() - since;
    state = 'moved';
    tell(`the flag says ${to.name}`);
    await arrival(deps, from, moved);
    tell(`${from.name} has it as well`);
    await sleep(writerKnownFor);
    tell(`every function knows: ${to.name} writes`);
    return nobodyWroteFor;
  } catch (error) {
    throw error instanceof MoveStopped
      ? error
      : new MoveStopped(state, wordsOf(error), { cause: error });
  }
};

/** Sets the flag in that region's replica. */
const change = async (
  { now, newId }: Pick<MoveDeps, 'now' | 'newId'>,
  region: Region,
  seen: WriterFlag,
  writer: string,
  previous = region.name,
): Promise<WriterFlag> => {
  const at = now().toISOString();
  const flag = await region.moveFlag({ seen, region: writer, previous, at, writeId: newId() });
  if (flag) return flag;
  throw new MoveStopped('unknown', 'Somebody else moved the writer at the same time.');
};

/** Waits until that region's replica says the same; for how long, in milliseconds. */
const arrival = async (
  { now, sleep, timing }: Pick<MoveDeps, 'now' | 'sleep' | 'timing'>,
  region: Region,
  flag: WriterFlag,
): Promise<number> => {
  const started = now().getTime();
  for (;;) {
    const present = await region.readFlag();
    const passed = now().getTime() - started;
    if (isSameFlag(present, flag)) return passed;
    if ((present?.changedAt ?? '') > (flag.changedAt ?? '')) throw overruled(present);
    if (passed >= timing.lagLimit)
      throw new MoveStopped(
        flag.region === nobody ? 'nobody-writes' : 'moved',
        `The replica in ${region.name} still says ${present?.region ?? 'nothing'} after ${seconds(passed)}: replication is late or broken.`,
      );
    await sleep(500);
  }
};

/** The move goes on only while nobody else has said otherwise, in either region. */
const watch = (from: Region, to: Region, stopped: WriterFlag) => ({
  queueDepths: from.queueDepths,
  mayGoOn: async () => {
    for (const region of [from, to]) {
      const present = await region.readFlag();
      if (!isSameFlag(present, stopped)) throw overruled(present);
    }
  },
});

const overruled = (present: WriterFlag | undefined): MoveStopped =>
  new MoveStopped(
    'unknown',
    `Somebody else moved the writer meanwhile: the flag says ${present?.region ?? 'nothing'}.`,
  );

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

const wordsOf = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : String(error);
