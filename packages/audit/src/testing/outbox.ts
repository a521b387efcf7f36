/** Orders with events in their outboxes. */
import { anEvent } from '@bbws/domain/testing/builders';
import type { StoredOrder } from '@bbws/dynamo/stored-order';
import type { OrderFacts } from '../facts.ts';
import { withStored } from './breaking.ts';
import { factsAfter } from './facts.ts';

export const event = anEvent('order.recorded');
export const due = '2026-11-21T09:00:00.000Z';

/** The facts of a recorded order whose record has these changes, and which is in the sweeper's index or not. */
export const withOutbox = (changes: Partial<StoredOrder>, inOutboxIndex: boolean): OrderFacts => {
  const facts = withStored(factsAfter('record'), changes);
  return { ...facts, ...(facts.listing && { listing: { ...facts.listing, inOutboxIndex } }) };
};
