/** Looks at single messages of the dead-letter queues, with the order that each is about. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import { ItemError } from '@bbws/dynamo/parse-item';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import { countMessages, heldByOthers } from './count-messages.ts';
import { waitingSince, type DeadLetter } from './dead-letter.ts';
import { withMessages, type HoldDeps } from './hold-messages.ts';
import type { QueuePair } from './queue-pair.ts';

export type PeekDeps = HoldDeps & {
  readonly now: () => Date;
  readonly readOrder: (tenantId: TenantId, id: OrderId) => Promise<StoredOrder | undefined>;
};

export type PeekOptions = {
  /** Only messages of this reason. */
  readonly reason?: string | undefined;
  /** At most so many of each queue. */
  readonly limit: number;
};

export type Peeked = {
  readonly queue: string;
  readonly letter: DeadLetter;
  /** UTC time since when it waits. */
  readonly since: string;
  /** Number and stage of its order, or what is wrong with it; absent when the message names none. */
  readonly order?: string;
};

export type Look = {
  readonly messages: readonly Peeked[];
  /** How many messages somebody else holds, or a killed command left behind: not looked at, back by themselves. */
  readonly held: number;
};

/** How many messages of a queue are looked at when only some are asked for. */
const mostSearched = 1_000;

/**
 * Up to `limit` messages of each queue. Requests: one per queue to count them, two per ten messages, and a read (1 read
 * unit) for each one's order.
 */
export const peekDeadLetters = async (
  deps: PeekDeps,
  queues: readonly QueuePair[],
  options: PeekOptions,
): Promise<Look> => {
  const looks = await Promise.all(queues.map((queue) => peekQueue(deps, queue, options)));
  return {
    messages: looks.flatMap(({ messages }) => messages),
    held: looks.reduce((sum, { held }) => sum + held, 0),
  };
};

const peekQueue = async (
  deps: PeekDeps,
  { name, deadLetterUrl }: QueuePair,
  { reason, limit }: PeekOptions,
): Promise<Look> => {
  const isWanted = (letter: DeadLetter) => reason === undefined || letter.reason === reason;
  const wanted = { most: mostSearched, enough: { count: limit, of: isWanted } };
  // Before any is taken: what is in this command's hands counts as under way, too.
  const counts = await countMessages(deps.sqs, deadLetterUrl);
  const letters = await withMessages(deps, deadLetterUrl, wanted, (hand) =>
    Promise.resolve(hand.letters),
  );
  const shown = letters.filter(isWanted).slice(0, limit);
  return {
    messages: await Promise.all(shown.map((letter) => withOrder(deps, name, letter))),
    held: heldByOthers(counts, letters.length),
  };
};

/** The message with what its order is like. */
export const withOrder = async (
  { readOrder, now }: Pick<PeekDeps, 'readOrder' | 'now'>,
  queue: string,
  letter: DeadLetter,
): Promise<Peeked> => {
  const since = waitingSince(letter, now()).toISOString();
  if (letter.content.kind !== 'event') return { queue, letter, since };
  const { tenantId, orderId } = letter.content.event;
  return { queue, letter, since, order: await orderInWords(readOrder, tenantId, orderId) };
};

/** A damaged order is a reason to look at its messages, not to see none. */
const orderInWords = async (
  readOrder: PeekDeps['readOrder'],
  tenantId: TenantId,
  orderId: OrderId,
): Promise<string> => {
  try {
    const stored = await readOrder(tenantId, orderId);
    return stored ? `${stored.order.orderNumber} ${stored.order.stage}` : 'not in the table';
  } catch (error) {
    if (!(error instanceof ItemError)) throw error;
    return `DAMAGED (${error.message}): pnpm audit:orders --order ${orderId} --tenant ${tenantId}`;
  }
};
