/** Looks at single messages of the dead-letter queues, with the order that each is about. */
import type { OrderId, TenantId } from '@bbws/domain/identifiers';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
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

/** How many messages of a queue are looked at when only some are asked for. */
const mostSearched = 1_000;

/** Up to `limit` messages of each queue. Requests: two per ten messages, and a read (1 read unit) for each one's order. */
export const peekDeadLetters = async (
  deps: PeekDeps,
  queues: readonly QueuePair[],
  { reason, limit }: PeekOptions,
): Promise<Peeked[]> => {
  const isWanted = (letter: DeadLetter) => reason === undefined || letter.reason === reason;
  const found = await Promise.all(
    queues.map(async ({ name, deadLetterUrl }) => {
      const wanted = { most: mostSearched, enough: { count: limit, of: isWanted } };
      const letters = await withMessages(deps, deadLetterUrl, wanted, (hand) =>
        Promise.resolve(hand.letters.filter(isWanted).slice(0, limit)),
      );
      return Promise.all(letters.map((letter) => withOrder(deps, name, letter)));
    }),
  );
  return found.flat();
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
  const stored = await readOrder(tenantId, orderId);
  const order = stored ? `${stored.order.orderNumber} ${stored.order.stage}` : 'not in the table';
  return { queue, letter, since, order };
};
