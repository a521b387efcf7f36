/** What a look into the dead-letter queues found. */
import type { Look } from '@bbws/operator/dead-letters/peek-dead-letters';
import { deadLetterLines } from './dead-letter-lines.ts';
import { heldInWords } from './words.ts';

/**
 * The messages, and those that could not be looked at.
 * @param reason the one that was asked for
 * @param option `--env E` for the command to run next
 */
export const peekReport = (
  { messages, held }: Look,
  now: Date,
  { reason, option }: { readonly reason: string | undefined; readonly option: string },
): string => {
  const ofReason = reason === undefined ? '' : ` of reason ${reason}`;
  return [
    ...messages.flatMap((message) => deadLetterLines(message, now)),
    ...(messages.length === 0
      ? [`No dead letters${ofReason}${held > 0 ? ' that can be looked at now' : ''}.`]
      : []),
    ...(held > 0 ? [`${heldInWords(held)} Wait for them: pnpm dlq list${option}`] : []),
  ].join('\n');
};
