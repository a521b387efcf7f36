/** Deletes one message of a dead-letter queue for good: the only way to be rid of one that no code will ever take. */
import { withOrder, type Peeked, type PeekDeps } from './peek-dead-letters.ts';
import { withMessages } from './hold-messages.ts';
import type { QueuePair } from './queue-pair.ts';

export type DiscardOptions = {
  readonly messageId: string;
  /** Called with the message before it is deleted; it is put back when this gives false. */
  readonly confirm: (message: Peeked) => boolean;
};

/** `missing`: no message of that id among the first ten thousand of the queue, or somebody else holds it. */
export type Discarded = 'discarded' | 'kept' | 'missing';

const mostSearched = 10_000;

/** Requests: two per ten messages until it is found, a read of its order, one to delete it. Throws when SQS does not. */
export const discardDeadLetter = (
  deps: PeekDeps,
  { name, deadLetterUrl }: QueuePair,
  { messageId, confirm }: DiscardOptions,
): Promise<Discarded> => {
  const enough = {
    count: 1,
    of: (letter: { messageId: string }) => letter.messageId === messageId,
  };
  return withMessages(deps, deadLetterUrl, { most: mostSearched, enough }, async (hand) => {
    const letter = hand.letters.find(enough.of);
    if (!letter) return 'missing';
    if (!confirm(await withOrder(deps, name, letter))) return 'kept';
    const [left] = await hand.remove([letter]);
    if (left) throw new Error(`SQS did not delete the message ${messageId}.`);
    return 'discarded';
  });
};
