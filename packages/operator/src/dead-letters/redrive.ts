/**
 * Moves dead letters back to their queues. A message is sent first and deleted after: a crash in between doubles it, which
 * every consumer stands, and never loses it. All messages of a queue are in the hand before the first one is sent: what
 * fails again and comes back during the run is left for the next one.
 */
import { countMessages, heldByOthers } from './count-messages.ts';
import type { DeadLetter } from './dead-letter.ts';
import { withMessages, type HoldDeps } from './hold-messages.ts';
import { moveLetters, wordsOf, type Outcome, type Outcomes } from './move-letters.ts';
import type { QueuePair } from './queue-pair.ts';

export type RedriveOptions = {
  /** Only messages of this reason. */
  readonly reason?: string | undefined;
  /** At most so many messages in all. */
  readonly limit?: number | undefined;
  /** Looks, and moves nothing. */
  readonly dryRun?: boolean | undefined;
  /** Ends the run when it aborts: what is being moved is moved, the rest is put back. */
  readonly signal?: AbortSignal | undefined;
  /** Told how many messages of a queue are in the hand so far. */
  readonly onTaken?: ((queue: string, count: number) => void) | undefined;
  /** Told how many of the messages of a queue that are to be moved are done with. */
  readonly onProgress?: ((queue: string, done: number, total: number) => void) | undefined;
};

export type RedrivenLetter = {
  readonly queue: string;
  readonly letter: DeadLetter;
  readonly outcome: Outcome;
};

export type Redriven = {
  /** What became of each message that was in the hand; in a dry run, what would become of it. */
  readonly letters: readonly RedrivenLetter[];
  /** Queues that may have more messages than this run looked at. */
  readonly more: readonly string[];
  /** How many messages somebody else holds, or a killed command left behind: not looked at, back by themselves. */
  readonly held: number;
  /** What went wrong, in words. */
  readonly faults: readonly string[];
};

/** Most messages of one queue that one run takes into the hand. */
export const mostPerRun = 10_000;

/** Reasons of messages that no code of today can take: asking for one of them is asking for poison. */
const poisonous = ['NOT_JSON', 'INVALID_MESSAGE'];

/**
 * Redrives the queues one after the other. Requests: per ten messages one to receive, one to send and one to delete them;
 * one per queue to count them.
 * What fails in one queue is told in `faults` and does not keep the next one from its turn.
 */
export const redrive = async (
  deps: HoldDeps,
  queues: readonly QueuePair[],
  options: RedriveOptions = {},
): Promise<Redriven> => {
  const letters: RedrivenLetter[] = [];
  const more: string[] = [];
  const faults: string[] = [];
  let held = 0;
  let budget = options.limit ?? Infinity;
  for (const queue of queues) {
    const isOver = budget === 0 || options.signal?.aborted === true;
    const run = isOver
      ? await countQueue(deps, queue)
      : await redriveQueue(deps, queue, { ...options, limit: budget });
    for (const [letter, outcome] of run.outcomes)
      letters.push({ queue: queue.name, letter, outcome });
    if (run.more) more.push(queue.name);
    held += run.held;
    faults.push(...run.faults.map((fault) => `${queue.name}: ${fault}`));
    budget -= [...run.outcomes.values()].filter((outcome) => outcome === 'moved').length;
  }
  return { letters, more, held, faults };
};

type QueueRun = {
  readonly outcomes: Outcomes;
  readonly more: boolean;
  readonly held: number;
  readonly faults: readonly string[];
};

/** A queue whose turn did not come: its messages are left alone. */
const countQueue = async ({ sqs }: HoldDeps, { deadLetterUrl }: QueuePair): Promise<QueueRun> => {
  const outcomes: Outcomes = new Map();
  try {
    const { waiting, underWay } = await countMessages(sqs, deadLetterUrl);
    return { outcomes, more: waiting > 0, held: underWay, faults: [] };
  } catch (error) {
    return { outcomes, more: true, held: 0, faults: [wordsOf(error)] };
  }
};

const redriveQueue = async (
  deps: HoldDeps,
  queue: QueuePair,
  options: RedriveOptions & { readonly limit: number },
): Promise<QueueRun> => {
  const { reason, limit, dryRun, signal } = options;
  const outcomes: Outcomes = new Map();
  const faults: string[] = [];
  const enough = {
    count: limit,
    of: (letter: DeadLetter) => verdict(letter, reason) === 'moved',
  };
  const onHeld = (count: number) => options.onTaken?.(queue.name, count);
  const wanted = { most: mostPerRun, enough, signal, onHeld };
  try {
    // Before any is taken: what is in this run's hands counts as under way, too.
    const counts = await countMessages(deps.sqs, queue.deadLetterUrl);
    const more = await withMessages(deps, queue.deadLetterUrl, wanted, async (hand) => {
      for (const letter of hand.letters) outcomes.set(letter, verdict(letter, reason));
      const movable = hand.letters.filter(enough.of);
      for (const letter of movable.slice(limit)) outcomes.set(letter, 'left');
      if (dryRun === true) return hand.more;
      const onProgress = progressOf(queue, options);
      const move = { sqs: deps.sqs, queueUrl: queue.url, hand, signal, onProgress };
      faults.push(...(await moveLetters(move, movable.slice(0, limit), outcomes)));
      return hand.more;
    });
    return { outcomes, more, held: heldByOthers(counts, outcomes.size), faults };
  } catch (error) {
    return { outcomes, more: true, held: 0, faults: [...faults, wordsOf(error)] };
  }
};

const progressOf =
  ({ name }: QueuePair, { onProgress }: RedriveOptions) =>
  (done: number, total: number): void =>
    onProgress?.(name, done, total);

/** What becomes of a message if everything goes well. */
const verdict = (letter: DeadLetter, reason: string | undefined): Outcome => {
  if (reason !== undefined && letter.reason !== reason) return 'other';
  const isAskedFor = reason !== undefined && poisonous.includes(reason);
  return letter.content.kind === 'poison' && !isAskedFor ? 'poison' : 'moved';
};
