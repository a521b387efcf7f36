/**
 * Takes the messages of a dead-letter queue into the hand: received, invisible to everybody else, and put back in the
 * end unless they were removed. SQS has no other way to look at a message. Each receive raises the message's receive
 * count, which means nothing in a dead-letter queue.
 */
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { parseDeadLetter, type DeadLetter } from './dead-letter.ts';

export type HoldDeps = {
  readonly sqs: SQSClient;
  /**
   * How long a message stays in the hand at most, in seconds of the queue's clock (0 to 43,200): what is left there by a
   * command that was killed comes back after it. 600 unless given.
   */
  readonly visibilitySeconds?: number;
  /** How long the last, empty receive waits (0 to 20). With 0 SQS asks only some of its servers. 1 unless given. */
  readonly waitSeconds?: number;
};

export type Wanted = {
  /** How many messages are taken at most. */
  readonly most: number;
  /** Taking ends as soon as this many messages are such ones. */
  readonly enough?: { readonly count: number; readonly of: (letter: DeadLetter) => boolean };
  /** Taking ends when it aborts; what is in the hand by then is worked on. */
  readonly signal?: AbortSignal | undefined;
  readonly onHeld?: (count: number) => void;
};

export type Hand = {
  /** Each message once, in the order of its receive. */
  readonly letters: readonly DeadLetter[];
  /** True when there may be more in the queue than were taken. */
  readonly more: boolean;
  /** Deletes the messages for good; gives those that were not deleted. At most ten. */
  readonly remove: (letters: readonly DeadLetter[]) => Promise<readonly DeadLetter[]>;
};

/** SQS's own limit of messages per call. */
export const mostPerCall = 10;

/**
 * Runs `work` with the messages of the queue in the hand, then puts back those that were not removed, also when `work` or
 * a receive throws. Requests: one per ten messages to take them, one per ten to put them back.
 */
export const withMessages = async <Result>(
  deps: HoldDeps,
  url: string,
  wanted: Wanted,
  work: (hand: Hand) => Promise<Result>,
): Promise<Result> => {
  const held = new Map<string, DeadLetter>();
  try {
    const more = await take(deps, url, wanted, held);
    return await work({
      letters: [...held.values()],
      more,
      remove: async (letters) => {
        const left = await remove(deps, url, letters);
        for (const letter of letters) if (!left.includes(letter)) held.delete(letter.messageId);
        return left;
      },
    });
  } finally {
    await putBack(deps, url, [...held.values()]);
  }
};

/** True when it ended before the queue did. */
const take = async (
  { sqs, visibilitySeconds = 600, waitSeconds = 1 }: HoldDeps,
  url: string,
  { most, enough, signal, onHeld }: Wanted,
  held: Map<string, DeadLetter>,
): Promise<boolean> => {
  let wantedSoFar = 0;
  while (held.size < most && wantedSoFar < (enough?.count ?? Infinity)) {
    if (signal?.aborted === true) break;
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: Math.min(mostPerCall, most - held.size),
        VisibilityTimeout: visibilitySeconds,
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    const letters = Messages.map(parseDeadLetter);
    const fresh = letters.filter(({ messageId }) => !held.has(messageId));
    // What was held too long comes again, under the handle that counts from now on.
    for (const letter of letters) held.set(letter.messageId, letter);
    if (fresh.length === 0) return letters.length > 0;
    wantedSoFar += enough ? fresh.filter(enough.of).length : 0;
    onHeld?.(held.size);
  }
  return true;
};

const remove = async (
  { sqs }: HoldDeps,
  url: string,
  letters: readonly DeadLetter[],
): Promise<readonly DeadLetter[]> => {
  const { Failed = [] } = await sqs.send(
    new DeleteMessageBatchCommand({
      QueueUrl: url,
      Entries: letters.map(({ receiptHandle }, index) => ({
        Id: String(index),
        ReceiptHandle: receiptHandle,
      })),
    }),
  );
  const failed = new Set(Failed.map(({ Id }) => Id));
  return letters.filter((_, index) => failed.has(String(index)));
};

/** A message that cannot be put back comes back by itself when its time in the hand is over: no reason to fail. */
const putBack = async (
  { sqs }: HoldDeps,
  url: string,
  letters: readonly DeadLetter[],
): Promise<void> => {
  for (let start = 0; start < letters.length; start += mostPerCall) {
    const batch = letters.slice(start, start + mostPerCall);
    const change = new ChangeMessageVisibilityBatchCommand({
      QueueUrl: url,
      Entries: batch.map(({ receiptHandle }, index) => ({
        Id: String(index),
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: 0,
      })),
    });
    await sqs.send(change).catch(() => undefined);
  }
};
