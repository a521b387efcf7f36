/** The moving itself: groups of messages from the hand to their queue, each sent before it is deleted. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetter } from './dead-letter.ts';
import type { Hand } from './hold-messages.ts';
import { sendable, sendAgain } from './send-again.ts';

/**
 * `moved`: sent and deleted. `doubled`: sent, but not deleted. `failed`: not sent, as far as is known. `poison`: no fact
 * about an order, left unless its reason was asked for. `other`: of another reason. `left`: beyond the limit, or the run
 * ended before.
 */
export type Outcome = 'moved' | 'doubled' | 'failed' | 'poison' | 'other' | 'left';

/** What became of each message so far. */
export type Outcomes = Map<DeadLetter, Outcome>;

export type MoveDeps = {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  readonly hand: Hand;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (done: number, total: number) => void;
};

/** Moves the messages until `signal` aborts; says in `outcomes` what became of each, and gives what went wrong in words. */
export const moveLetters = async (
  deps: MoveDeps,
  letters: readonly DeadLetter[],
  outcomes: Outcomes,
): Promise<string[]> => {
  for (const letter of letters) outcomes.set(letter, 'left');
  const faults: string[] = [];
  let done = 0;
  for (const group of sendable(letters)) {
    if (deps.signal?.aborted === true) break;
    deps.onProgress(done, letters.length);
    try {
      faults.push(...(await move(deps, group, outcomes)));
    } catch (error) {
      // Whatever keeps one group from being moved will keep the next ones as well.
      return [...faults, wordsOf(error)];
    }
    done += group.length;
    deps.onProgress(done, letters.length);
  }
  return faults;
};

const move = async (
  { sqs, queueUrl, hand }: MoveDeps,
  group: readonly DeadLetter[],
  outcomes: Outcomes,
): Promise<string[]> => {
  for (const letter of group) outcomes.set(letter, 'failed');
  const sent = await sendAgain(sqs, queueUrl, group);
  for (const letter of sent) outcomes.set(letter, 'doubled');
  const left = sent.length > 0 ? await hand.remove(sent) : [];
  for (const letter of sent) if (!left.includes(letter)) outcomes.set(letter, 'moved');
  const refused = group.length - sent.length;
  return [
    ...(refused > 0 ? [`SQS did not take ${String(refused)} of ${String(group.length)}`] : []),
    ...(left.length > 0 ? [`SQS did not delete ${String(left.length)} that were sent`] : []),
  ];
};

/** An error of the SDK in one line. */
export const wordsOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
