/** What regions answered, for tests. */
import type { WriterFlag } from '@bbws/dynamo/writer-flag';
import type { RegionLook } from '@bbws/operator/dr/look-at-region';
import type { QueueDepth } from '@bbws/operator/dr/queue-depths';

export const [first, second] = ['af-south-1', 'eu-west-1'] as const;
export const movedAt = '2026-11-20T09:30:00.000Z';

/** An answer that did not come. */
export const silence = { ok: false, why: 'no answer within 6 s' } as const;

export const depth = (changes: Partial<QueueDepth> = {}): QueueDepth => ({
  ...{ name: 'pdf', waiting: 0, inFlight: 0, delayed: 0, deadLetters: 0 },
  ...changes,
});

/** A region that answers, and says that this is so. */
export const look = (
  name: string,
  flag: WriterFlag | undefined,
  { queue, ...changes }: Partial<RegionLook> & { readonly queue?: Partial<QueueDepth> } = {},
): RegionLook => ({
  name,
  health: { ok: true, value: undefined, ms: 43 },
  flag: { ok: true, value: flag, ms: 12 },
  queues: { ok: true, value: [depth(queue)], ms: 20 },
  ...changes,
});

/** A region that is gone. */
export const goneRegion = (name: string): RegionLook => ({
  ...{ name, health: silence, flag: silence, queues: silence },
});

/** Both regions, saying the same. */
export const bothSay = (flag: WriterFlag | undefined): RegionLook[] => [
  look(first, flag),
  look(second, flag),
];
