/** Where a planned move stands that was not brought to its end, and how to go on. Pure. */
import type { RegionLook } from '@bbws/operator/dr/look-at-region';
import type { MoveState } from '@bbws/operator/dr/move-stopped';
import type { Regions } from './connect-regions.ts';
import { drCommand } from './named-region.ts';

export type Stopped = {
  readonly regions: Pick<Regions, 'environment'>;
  readonly state: MoveState;
  readonly why: string;
  readonly from: string;
  readonly to: string;
};

/** @param looks what the regions said after it */
export const stoppedReport = (
  { regions, state, why, from, to }: Stopped,
  looks: readonly RegionLook[],
): string[] => {
  const flags = looks.map(
    ({ name, flag }) =>
      `${name}: ${flag.ok ? (flag.value?.region ?? 'no region') : 'does not answer'}`,
  );
  const command = (name: string) => drCommand(regions, 'failback', `--to ${name}`);
  const words: Readonly<Record<MoveState, readonly string[]>> = {
    'nobody-writes': [
      'NOBODY WRITES: create and update answer 503 until one of these is run:',
      `  Go on, from the wait for the queues: ${command(to)}`,
      `  Go back to ${from}, at once:          ${command(from)}`,
    ],
    moved: [
      `${to} WRITES: the move is done, and was not looked at to its end. Look: ${drCommand(regions, 'status')}`,
    ],
    unknown: [
      'WHO WRITES IS FOR THE FLAG TO SAY: this command did not learn of its last write, or somebody else wrote.',
      `  Look: ${drCommand(regions, 'status')}`,
      `  If it says none: ${command(to)}, or back: ${command(from)}`,
    ],
  };
  return [
    '',
    `The move was stopped. ${why}`,
    ...words[state],
    `The flag says now: ${flags.join(', ')}.`,
  ];
};
