/** Waits until the queues of a region are empty, and stay so. */
import { MoveStopped } from './move-stopped.ts';
import { undone, type QueueDepth } from './queue-depths.ts';

export type DrainDeps = {
  readonly queueDepths: () => Promise<readonly QueueDepth[]>;
  /** Throws when the move must not go on, whatever the queues say. */
  readonly mayGoOn: () => Promise<void>;
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly onLook: (look: DrainLook) => void;
};

export type DrainLook = {
  readonly depths: readonly QueueDepth[];
  /** For how long every look has found the queues empty, in milliseconds; `undefined` when they are not. */
  readonly emptyFor: number | undefined;
};

/** In milliseconds. */
export type DrainTiming = {
  readonly lookEvery: number;
  /** How long they must be empty on end: SQS counts late. */
  readonly emptyFor: number;
  readonly limit: number;
};

/**
 * The last figures. Dead letters do not count: nobody is at them.
 * @throws MoveStopped when they are not empty within the limit; what `mayGoOn` throws
 */
export const drain = async (
  { queueDepths, mayGoOn, now, sleep, onLook }: DrainDeps,
  { lookEvery, emptyFor, limit }: DrainTiming,
): Promise<readonly QueueDepth[]> => {
  const started = now().getTime();
  let emptySince: number | undefined;
  for (;;) {
    const depths = await queueDepths();
    const at = now().getTime();
    emptySince = undone(depths) === 0 ? (emptySince ?? at) : undefined;
    onLook({ depths, emptyFor: emptySince === undefined ? undefined : at - emptySince });
    await mayGoOn();
    if (emptySince !== undefined && at - emptySince >= emptyFor) return depths;
    if (at - started >= limit)
      throw new MoveStopped(
        'nobody-writes',
        `The queues did not run empty within ${Math.round(limit / 60_000)} minutes; ${undone(depths)} left (${fullest(depths)}).`,
      );
    await sleep(lookEvery);
  }
};

const fullest = (depths: readonly QueueDepth[]): string =>
  depths
    .filter((depth) => undone([depth]) > 0)
    .map((depth) => `${depth.name} ${undone([depth])}`)
    .join(', ') || 'not for long enough';
