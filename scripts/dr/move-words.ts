/** What a planned move says before it begins, and when it is done. Pure. */
import type { RegionLook } from '@bbws/operator/dr/look-at-region';
import type { MoveTiming } from '@bbws/operator/dr/move-writer';
import { deadLettersIn, undone, type QueueDepth } from '@bbws/operator/dr/queue-depths';
import type { Regions } from './connect-regions.ts';
import { dnsWords, type Dns } from './dns-words.ts';
import { drCommand } from './named-region.ts';

export type Move = {
  readonly regions: Pick<Regions, 'environment'> & Dns;
  readonly from: string;
  readonly to: string;
};

export type MoveBegun = Move & { readonly kind: 'move' | 'go-on'; readonly timing: MoveTiming };

const depthsIn = (looks: readonly RegionLook[], region: string): readonly QueueDepth[] =>
  looks.flatMap(({ name, queues }) => (name === region && queues.ok ? queues.value : []));

/** What is about to happen, and what it costs the callers. */
export const beforeMove = (
  { regions, from, to, kind, timing }: MoveBegun,
  looks: readonly RegionLook[],
): string[] => {
  const depths = depthsIn(looks, from);
  const least = (10_000 + timing.longestRequest + timing.emptyFor + timing.lag) / 1_000;
  const already = kind === 'go-on' ? ': goes on where it was left, nobody writes' : '';
  return [
    `Planned move of ${regions.environment}, from ${from} to ${to}${already}.`,
    `  Nobody writes (create and update answer 503, reads go on) for ${Math.ceil(least)} s and as long as the queues of ${from} need,`,
    `  ${timing.limit / 60_000} minutes at most. In them now: ${undone(depths)} messages; dead letters: ${deadLettersIn(depths)}.`,
    ...(deadLettersIn(depths) > 0
      ? ['  Redrive the dead letters first, or reconcile after: once it has moved they stay there.']
      : []),
  ];
};

/** @param looks what the regions said before the move */
export const afterMove = ({ regions, from, to }: Move, looks: readonly RegionLook[]): string[] => [
  `Redrive nothing in ${from} from now on.`,
  ...dnsWords(regions, to),
  ...(deadLettersIn(depthsIn(looks, from)) > 0
    ? [
        `What its dead letters ask for: ${drCommand(regions, 'reconcile', `--region ${to} --dry-run`)}`,
      ]
    : []),
  `Next: ${drCommand(regions, 'status')}`,
];
