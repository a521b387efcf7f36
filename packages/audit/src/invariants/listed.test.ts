import type { Listing } from '@bbws/dynamo/read-listed-order';
import { describe, expect, test } from '@jest/globals';
import type { OrderFacts } from '../facts.ts';
import { findingsOf, messagesOf } from '../testing/breaking.ts';
import { factsAfter } from '../testing/facts.ts';
import { listed } from './listed.ts';

const withListing = (facts: OrderFacts, changes: Partial<Listing>): OrderFacts => ({
  ...facts,
  ...(facts.listing && { listing: { ...facts.listing, ...changes } }),
});

describe('listed', () => {
  test.each([
    ['an active order', factsAfter('record', 'paid')],
    ['a rejected order', factsAfter('reject')],
    ['a hidden order', factsAfter('record', 'hide')],
    ['an order that was shown again', factsAfter('hide', 'show', 'record')],
  ])('is kept by %s', (_, facts) => {
    expect(messagesOf(listed, facts)).toEqual([]);
  });

  test.each<[string, Partial<Listing>, string]>([
    ['by date', { byDate: false }, 'Active, but not in the list by date.'],
    ['under any status', { byStatus: [] }, 'The order is paid, but listed under no status.'],
    [
      'under its present status',
      { byStatus: ['pending'] },
      'The order is paid, but listed under pending.',
    ],
    [
      'under one status alone',
      { byStatus: ['paid', 'pending'] },
      'The order is paid, but listed under paid, pending.',
    ],
  ])('notices an active order that is not listed %s', (_, listing, message) => {
    const facts = withListing(factsAfter('record', 'paid'), listing);
    const id = facts.orderId;

    expect(findingsOf(listed, facts)).toEqual([
      { message, remedy: `pnpm order hide --order ${id} && pnpm order show --order ${id}` },
    ]);
  });

  test('notices an order that nobody finds by its id', () => {
    const facts = withListing(factsAfter('record'), { byId: false });

    expect(findingsOf(listed, facts)).toEqual([{ message: 'It cannot be found by its id.' }]);
  });

  test('notices a hidden order with keys of a list', () => {
    const facts = withListing(factsAfter('record', 'hide'), { hasListKeys: true });
    const id = facts.orderId;

    expect(findingsOf(listed, facts)).toEqual([
      {
        message: 'Hidden, but still in a list.',
        remedy: `pnpm order show --order ${id} && pnpm order hide --order ${id}`,
      },
    ]);
  });

  test('says nothing of an order without a record', () => {
    const facts = { ...factsAfter(), stored: undefined, listing: undefined };

    expect(messagesOf(listed, facts)).toEqual([]);
  });
});
