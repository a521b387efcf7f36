/** Ways to break one thing about an order, and to see what an invariant says to it. */
import type { Order, RecordedOrder } from '@bbws/domain/order';
import { RecordedOrder as RecordedOrderSchema } from '@bbws/domain/order';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import * as v from 'valibot';
import type { OrderFacts } from '../facts.ts';
import type { AuditContext, Finding, Invariant } from '../invariant.ts';

/** A year after the sample orders: whatever is not done by then is missing. */
export const muchLater = new Date('2027-11-20T09:30:00.000Z');
/** A day after them: effects are still kept. */
export const dayAfter = new Date('2026-11-21T09:30:00.000Z');

/** What the invariant finds, on the day after unless told otherwise. */
export const findingsOf = (
  { check }: Invariant,
  facts: OrderFacts,
  { now = dayAfter, excused = () => false }: Partial<AuditContext> = {},
): readonly Finding[] => check(facts, { now, excused });

export const messagesOf = (...args: Parameters<typeof findingsOf>): string[] =>
  findingsOf(...args).map(({ message }) => message);

const storedOf = ({ stored }: OrderFacts): StoredOrder => {
  if (!stored) throw new Error('These facts have no order');
  return stored;
};

/** The facts with another order in the place of theirs. */
export const withOrder = (facts: OrderFacts, change: (order: Order) => Order): OrderFacts => {
  const stored = storedOf(facts);
  return { ...facts, stored: { ...stored, order: change(stored.order) } };
};

/** The same for an order that is recorded. */
export const withRecord = (
  facts: OrderFacts,
  change: (order: RecordedOrder) => RecordedOrder,
): OrderFacts => withOrder(facts, (order) => change(v.parse(RecordedOrderSchema, order)));

export const withStored = (facts: OrderFacts, changes: Partial<StoredOrder>): OrderFacts => ({
  ...facts,
  stored: { ...storedOf(facts), ...changes },
});
