/** How many messages a function is given at once. */
import type { QueueTrigger } from '@bbws/local-aws/functions-file';
import { pollers, secondsAMonth } from './assumptions.ts';

/**
 * The mean batch when so many messages come in a month, evenly: a poller's first message opens its window, and those that come to
 * it meanwhile join.
 */
export const meanBatch = (
  { batchSize, batchWindowSeconds }: Pick<QueueTrigger, 'batchSize' | 'batchWindowSeconds'>,
  messagesAMonth: number,
): number => {
  const toOnePoller = messagesAMonth / secondsAMonth / pollers;
  return Math.min(batchSize, 1 + toOnePoller * batchWindowSeconds);
};
