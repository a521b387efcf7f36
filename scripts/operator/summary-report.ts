/** What is in the dead-letter queues, as a table. */
import type { Summary } from '@bbws/operator/dead-letters/summarise-dead-letters';
import { ageAt, heldInWords, messages, tallyInWords, textTable } from './words.ts';

/**
 * A row per queue, and what to do next.
 * @param option `--env E` for the commands to run next
 */
export const summaryReport = (summaries: readonly Summary[], now: Date, option: string): string => {
  const total = summaries.reduce((sum, { deadLetters }) => sum + deadLetters, 0);
  const held = summaries.reduce((sum, one) => sum + one.held, 0);
  const sampled = summaries.filter((one) => one.sampled + one.held < one.deadLetters);
  return [
    textTable(
      ['queue', 'dead letters', 'oldest', 'reasons', 'event types', 'in queue'],
      summaries.map((one) => [
        one.queue,
        one.deadLetters,
        one.oldest === undefined ? '' : ageAt(now, one.oldest),
        tallyInWords(one.reasons),
        tallyInWords(one.eventTypes),
        one.inQueue,
      ]),
    ),
    '',
    total === 0
      ? 'No dead letters.'
      : `${messages(total)} given up. Look: pnpm dlq peek${option}. When the cause is mended: pnpm dlq redrive${option}`,
    ...(held > 0 ? [heldInWords(held)] : []),
    ...sampled.map(
      (one) => `${one.queue}: age, reasons and types are of ${messages(one.sampled)} looked at.`,
    ),
  ].join('\n');
};
