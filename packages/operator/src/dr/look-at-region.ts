/** Asks a region three things at once, and waits for no answer longer than a moment. */
import type { WriterFlag } from '@bbws/dynamo/writer-flag';
import type { QueueDepth } from './queue-depths.ts';
import type { Region } from './region.ts';

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value; readonly ms: number }
  /** Why there is none, without anything that the region said. */
  | { readonly ok: false; readonly why: string };

export type RegionLook = {
  readonly name: string;
  /** Absent where the region has no address of its own. */
  readonly health?: Answer<void> | undefined;
  /** What this region's replica of the table says. */
  readonly flag: Answer<WriterFlag | undefined>;
  readonly queues: Answer<readonly QueueDepth[]>;
};

/** @param patience milliseconds */
export const lookAtRegion = async (region: Region, patience: number): Promise<RegionLook> => {
  const { name, checkHealth, readFlag, queueDepths } = region;
  const [health, flag, queues] = await Promise.all([
    checkHealth && answerOf(checkHealth, patience),
    answerOf(readFlag, patience),
    answerOf(queueDepths, patience),
  ]);
  return { name, flag, queues, ...(health && { health }) };
};

const answerOf = async <Value>(
  ask: () => Promise<Value>,
  patience: number,
): Promise<Answer<Value>> => {
  const started = performance.now();
  const { promise: patienceOver, resolve } = Promise.withResolvers<Answer<Value>>();
  const timer = setTimeout(
    () => resolve({ ok: false, why: `no answer within ${patience / 1000} s` }),
    patience,
  );
  const asked = ask().then(
    (value): Answer<Value> => ({ ok: true, value, ms: Math.round(performance.now() - started) }),
    (error: unknown): Answer<Value> => ({ ok: false, why: whyOf(error) }),
  );
  try {
    return await Promise.race([asked, patienceOver]);
  } finally {
    clearTimeout(timer);
  }
};

const whyOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'an unknown error';
  // A name such as `Error` or `TypeError` tells nobody anything.
  return error.message !== '' ? error.message : error.name;
};
