/** A region as the commands of disaster recovery reach it. Each call may fail or hang: the region may be gone. */
import type { FlagMove, WriterFlag } from '@bbws/dynamo/writer-flag';
import type { QueueDepth } from './queue-depths.ts';

export type Region = {
  readonly name: string;
  /** The writer by this region's replica of the table; `undefined` when nobody has ever said. */
  readonly readFlag: () => Promise<WriterFlag | undefined>;
  /** Moves it in this region's replica; `undefined` when it is no longer as it was seen. */
  readonly moveFlag: (move: FlagMove) => Promise<WriterFlag | undefined>;
  /** Returns when `/health` of this region answers 200; absent where the region has no address of its own. */
  readonly checkHealth?: (() => Promise<void>) | undefined;
  readonly queueDepths: () => Promise<readonly QueueDepth[]>;
};

/** What the flag says while the right to write is moved. */
export const nobody = 'none';

/** True when both are the same statement, not merely the same region. */
export const isSameFlag = (one: WriterFlag | undefined, other: WriterFlag | undefined): boolean =>
  one?.region === other?.region &&
  one?.changedAt === other?.changedAt &&
  one?.writeId === other?.writeId;
