/** What is in each dead-letter queue: how many, since when, and why. */
import { countMessages } from './count-messages.ts';
import { waitingSince, type DeadLetter } from './dead-letter.ts';
import { withMessages, type HoldDeps } from './hold-messages.ts';
import type { QueuePair } from './queue-pair.ts';

export type Summary = {
  readonly queue: string;
  /** Messages in the dead-letter queue, those in somebody's hands included. */
  readonly deadLetters: number;
  /** Of these, messages that another command holds or that a killed one left behind; they come back by themselves. */
  readonly held: number;
  /** How many were looked at: the figures below are of these. */
  readonly sampled: number;
  /** UTC time of the oldest fact that waits; absent when nothing does. */
  readonly oldest?: string;
  readonly reasons: Readonly<Record<string, number>>;
  readonly eventTypes: Readonly<Record<string, number>>;
  /** Messages that the function still works on, or will. */
  readonly inQueue: number;
};

export type SummariseDeps = HoldDeps & { readonly now: () => Date };

/**
 * Summaries of the queues, all looked at at once. Takes up to `sample` messages of each into the hand for a moment.
 * Requests: two per queue, and two per ten messages.
 */
export const summariseDeadLetters = (
  deps: SummariseDeps,
  queues: readonly QueuePair[],
  sample = 1_000,
): Promise<Summary[]> => Promise.all(queues.map((queue) => summarise(deps, queue, sample)));

const summarise = async (
  deps: SummariseDeps,
  { name, url, deadLetterUrl }: QueuePair,
  sample: number,
): Promise<Summary> => {
  const counts = await countMessages(deps.sqs, deadLetterUrl);
  const { waiting, underWay } = await countMessages(deps.sqs, url);
  return withMessages(deps, deadLetterUrl, { most: sample }, async ({ letters }) => {
    const now = deps.now();
    const since = letters.map((letter) => waitingSince(letter, now).toISOString()).toSorted();
    return Promise.resolve({
      queue: name,
      deadLetters: Math.max(counts.waiting, letters.length) + counts.underWay,
      held: counts.underWay,
      sampled: letters.length,
      ...(since[0] !== undefined && { oldest: since[0] }),
      reasons: tally(letters, ({ reason }) => reason),
      eventTypes: tally(letters, ({ eventType }) => eventType ?? 'none'),
      inQueue: waiting + underWay,
    });
  });
};

/** How many there are of each kind, the commonest first. */
const tally = (
  letters: readonly DeadLetter[],
  kindOf: (letter: DeadLetter) => string,
): Record<string, number> => {
  const kinds = Map.groupBy(letters, kindOf);
  const counts = [...kinds].map(([kind, those]) => [kind, those.length] as const);
  return Object.fromEntries(counts.toSorted(([, a], [, b]) => b - a));
};
