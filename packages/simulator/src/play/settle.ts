/** What follows a storm: time, one redrive, and time again. */
import { redrive } from '@bbws/operator/dead-letters/redrive';
import type { DeadLetter } from '@bbws/audit/dead-letter';
import { deadLettersOf } from '../invariants/dead-letters.ts';
import { lettersWithoutReason } from '../invariants/dead-letters-say-why.ts';
import type { World } from '../world/world.ts';

const minute = 60_000;
/** By then every message has used up its attempts. */
export const redriveAfter = 45 * minute;
/** By then, after the faults, everything is settled. */
export const settledAfter = 90 * minute;

export type Redriven = {
  /** What was in the dead-letter queues. */
  readonly letters: readonly DeadLetter[];
  readonly moved: number;
};

/** What an operator does with `pnpm dlq redrive`. */
export const redriveOnce = async (world: World): Promise<Redriven> => {
  const { aws, lookAtQueues, stage } = world;
  const letters = await deadLettersOf(world);
  stage.history.breaches.push(...lettersWithoutReason(stage.history, letters));
  const queues = Object.entries(aws.resources.queues).map(([name, queue]) => ({ ...queue, name }));
  const redriven = await redrive({ sqs: aws.clients.sqs, waitSeconds: 0 }, queues);
  lookAtQueues();
  return {
    letters,
    moved: redriven.letters.filter(({ outcome }) => outcome === 'moved').length,
  };
};
