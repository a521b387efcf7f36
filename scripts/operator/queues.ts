/** The queues that an operator's command is about. */
import type { QueuePair } from '@bbws/operator/dead-letters/queue-pair';
import { queueConsumers, readFunctionsFile } from '@bbws/local-aws/functions-file';
import { queueNames } from '@bbws/local-aws/resources/names';
import { UsageError } from '../lib/arguments.ts';
import type { Stack } from '../lib/connect.ts';

/**
 * All queues, or the one named: by its function (`pdf`), or as an alarm names it (`bbws-order-pdf-dlq-prod`).
 * @throws UsageError when there is none of that name
 */
export const chosenQueues = (
  { queues, environment }: Pick<Stack, 'queues' | 'environment'>,
  name: string | undefined,
): QueuePair[] => {
  const all = Object.entries(queues).map(([functionName, pair]) => ({
    name: functionName,
    url: pair.url,
    deadLetterUrl: pair.deadLetterUrl,
  }));
  if (name === undefined) return all;
  const consumer = queueConsumers(readFunctionsFile()).find((one) => {
    const { queue, deadLetterQueue } = queueNames(one, environment);
    return [one.name, one.trigger.queue, queue, deadLetterQueue].includes(name);
  });
  const chosen = all.filter((queue) => queue.name === consumer?.name);
  if (chosen.length > 0) return chosen;
  throw new UsageError(
    `There is no queue "${name}". --queue takes one of: ${all.map((queue) => queue.name).join(', ')}.`,
  );
};
