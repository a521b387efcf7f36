import type { Order } from '@bbws/domain/order';
import { describe, expect, test } from '@jest/globals';
import { messagesOf, withOrder, withRecord } from '../testing/breaking.ts';
import { factsAfter } from '../testing/facts.ts';
import type { Deed } from '../testing/lives.ts';
import { statusHistory } from './status-history.ts';

type Change = Order['statusHistory'][number];

/** What is said of an order after its history was changed. */
const messagesAfter = (
  deeds: readonly Deed[],
  change: (history: readonly Change[]) => readonly Change[],
): string[] =>
  messagesOf(
    statusHistory,
    withOrder(factsAfter(...deeds), (order) => ({
      ...order,
      statusHistory: [...change(order.statusHistory)],
    })),
  );

const changed =
  (version: number, changes: Partial<Change>) =>
  (history: readonly Change[]): Change[] =>
    history.map((entry) => (entry.version === version ? { ...entry, ...changes } : entry));

/** What the third entry of an order that was paid says, beside its write. */
const paid: Partial<Change> = {
  status: 'paid',
  version: 3,
  at: '2026-11-20T09:32:00.000Z',
  by: 'user-finance',
};

describe('status-history', () => {
  test.each<[string, readonly Deed[]]>([
    ['an accepted order', []],
    ['a payment alone', ['record', 'payment', 'paid']],
    ['a life to its end', ['record', 'paid', 'processing', 'completed', 'refunded']],
    ['a payment that failed', ['record', 'failed']],
    ['a second chance', ['reject', 'reopen', 'record', 'paid']],
    ['a final order that is hidden and shown', ['record', 'cancelled', 'hide', 'show']],
    ['an order that is hidden at every stage', ['hide', 'show', 'hide', 'reject', 'show', 'hide']],
  ])('is kept by %s', (_, deeds) => {
    expect(messagesOf(statusHistory, factsAfter(...deeds))).toEqual([]);
  });

  test('notices a version left out', () => {
    const messages = messagesAfter(['record', 'paid'], (history) =>
      history.filter(({ version }) => version !== 2),
    );

    expect(messages).toContain('Version 3 follows version 1.');
  });

  test('notices a version twice', () => {
    const messages = messagesAfter(['record', 'paid'], changed(3, { version: 2 }));

    expect(messages).toContain('Version 2 follows version 2.');
  });

  test('notices one write that made two changes', () => {
    const [first] = factsAfter().stored?.order.statusHistory ?? [];
    const messages = messagesAfter(['record', 'paid'], changed(3, { ...first, ...paid }));

    expect(messages).toEqual(['Two changes of the history come from one write.']);
  });

  test('notices a beginning that is none', () => {
    const later = changed(1, { at: '2026-11-20T09:30:00.001Z' });

    expect(messagesAfter(['record'], changed(1, { status: 'paid' }))).toContain(
      'The history does not begin with pending as version 1.',
    );
    expect(messagesAfter(['record'], later)).toEqual([
      'The history does not begin when the order was created.',
    ]);
  });

  test.each<[string, readonly Deed[], number, Partial<Change>, string]>([
    [
      'that skips a status',
      ['record', 'paid', 'processing'],
      3,
      { status: 'pending' },
      'Version 4 goes from pending to processing.',
    ],
    [
      'out of a final status',
      ['record', 'cancelled', 'hide'],
      4,
      { by: 'user-finance' },
      'Version 4 goes from cancelled to cancelled.',
    ],
    [
      'by which a caller reopens an order',
      ['reject', 'reopen'],
      3,
      { by: 'user-finance' },
      'Version 3 goes from failed to pending.',
    ],
    [
      'of an order that is only accepted',
      ['record'],
      2,
      { status: 'paid' },
      'Version 2 goes from pending to paid.',
    ],
  ])('notices a move %s', (_, deeds, version, changes, message) => {
    expect(messagesAfter(deeds, changed(version, changes))).toContain(message);
  });

  test('does not take a failed payment for a rejection', () => {
    const messages = messagesAfter(['record', 'failed', 'hide'], changed(4, { status: 'pending' }));

    expect(messages).toContain('Version 4 goes from failed to pending.');
  });

  test.each([
    ['version', { version: 9 }, 'version'],
    ['time', { dateLastUpdated: '2026-11-20T11:00:00.000Z' }, 'dateLastUpdated'],
    ['author', { lastUpdatedBy: 'user-nobody' }, 'lastUpdatedBy'],
  ])('notices an end with another %s than the order has', (_, changes, field) => {
    const facts = withRecord(factsAfter('record', 'paid'), (order) => ({ ...order, ...changes }));

    expect(messagesOf(statusHistory, facts)).toEqual([
      `The history ends with another ${field} than the order has.`,
    ]);
  });

  test('notices a last change that was lost', () => {
    const messages = messagesAfter(['record', 'paid'], (history) => history.slice(0, -1));

    expect(messages).toEqual([
      'The history ends with another status, version, dateLastUpdated, lastUpdatedBy than the order has.',
    ]);
  });

  test('notices an order in another stage', () => {
    const messages = messagesAfter(['record'], (history) => history.slice(0, 1));

    expect(messages).toContain('By its history the order is accepted, by its record recorded.');
  });

  test('notices an order that was hidden by hand', () => {
    const facts = withOrder(factsAfter('record'), (order) => ({ ...order, active: false }));

    expect(messagesOf(statusHistory, facts)).toEqual([
      'The order is hidden, and its history does not say so.',
    ]);
  });

  test('says nothing of an order without a record', () => {
    expect(messagesOf(statusHistory, { ...factsAfter(), stored: undefined })).toEqual([]);
  });
});
