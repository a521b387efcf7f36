/** The messages in every dead-letter queue of a world. */
import type { DeadLetter } from '@bbws/audit/dead-letter';
import { readDeadLetters } from '@bbws/audit/read-dead-letters';
import type { World } from '../world/world.ts';

export const deadLettersOf = async ({ aws }: World): Promise<DeadLetter[]> => {
  const read = readDeadLetters(aws.clients.sqs, { waitSeconds: 0 });
  const found = await Promise.all(
    Object.entries(aws.resources.queues).map(([queue, { deadLetterUrl: url }]) =>
      read({ queue, url }),
    ),
  );
  return found.flat();
};
