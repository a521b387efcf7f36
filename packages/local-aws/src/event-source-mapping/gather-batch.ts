/** Gathers a batch: waits for a first message, then for more until the batch is full or its window has passed. */
import type { Queue } from './queue.ts';
import type { ReceivedMessage } from './received-message.ts';

export type BatchLimits = {
  readonly batchSize: number;
  /** Real milliseconds: already divided by the time scale. */
  readonly windowMs: number;
};

export type GatherDeps = {
  readonly receive: Queue['receive'];
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds, from any start. */
  readonly now: () => number;
};

/** Lambda's limit of a payload. */
const mostBytes = 6 * 1024 * 1024;
const longPollSeconds = 20;

const bytesOf = (batch: readonly ReceivedMessage[]): number =>
  batch.reduce((sum, { Body }) => sum + Buffer.byteLength(Body), 0);

/** Empty when no message came within one long poll. Throws when `signal` aborts. */
export const gatherBatch = async (
  { receive, pause, now }: GatherDeps,
  { batchSize, windowMs }: BatchLimits,
  signal: AbortSignal,
): Promise<ReceivedMessage[]> => {
  const batch = await receive(batchSize, longPollSeconds, signal);
  const end = now() + windowMs;
  const isOpen = () => batch.length < batchSize && bytesOf(batch) < mostBytes && now() < end;
  while (batch.length > 0 && isOpen()) {
    // Short polls: a long one given up at the end of the window could take a message with it.
    const more = await receive(batchSize - batch.length, 0, signal);
    batch.push(...more);
    if (more.length === 0) await pause(windowMs / 10, signal);
  }
  return batch;
};
