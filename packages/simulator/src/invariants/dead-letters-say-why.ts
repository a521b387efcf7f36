/** dead-letter-reason, looked at before anything is redriven: afterwards the letters are gone. */
import type { DeadLetter } from '@bbws/audit/dead-letter';
import { receivesExhausted } from '@bbws/operator/dead-letters/reason-of';
import type { Breach, History } from '../world/history.ts';

/** A letter that keeps its id was moved by SQS, which says so by what it leaves out; a function's own has a reason. */
export const lettersWithoutReason = (
  { messages }: History,
  letters: readonly DeadLetter[],
): Breach[] =>
  letters.flatMap(({ messageId, orderId, queue, reason }) => {
    const movedBySqs = messages.some((message) => message.messageId === messageId);
    return movedBySqs || (reason !== undefined && reason !== receivesExhausted)
      ? []
      : [
          {
            invariant: 'dead-letter-reason',
            orderId,
            message: `a message of ${queue} was put aside without a reason`,
          },
        ];
  });
