import { factsAfter } from '@bbws/audit/testing/facts';
import { describe, expect, test } from '@jest/globals';
import { historyOf } from '../testing/records.ts';
import type { Rendering } from '../world/history.ts';
import { inventedInvoices } from './bytes-follow-state.ts';

/** A recorded order with one invoice. */
const facts = factsAfter('record');
const { orderId } = facts;
const sha256 = facts.invoices[0]?.sha256 ?? '';

const aRendering = (changes: Partial<Rendering> = {}): Rendering => ({
  orderId,
  version: 2,
  sha256,
  ...changes,
});

const breachesAfter = (...renderings: readonly Rendering[]) => {
  const history = historyOf();
  history.renderings.push(...renderings);
  return inventedInvoices(history, [facts]);
};

describe('bytes-follow-state', () => {
  test('holds when every rendering of a version has the same bytes, and one of them is stored', () => {
    const later = aRendering({ version: 3, sha256: 'b'.repeat(64) });

    expect(breachesAfter(aRendering(), aRendering(), later, later)).toEqual([]);
  });

  test('holds for other orders: each is looked at for itself', () => {
    const other = aRendering({ orderId: 'another', sha256: 'b'.repeat(64) });

    expect(breachesAfter(aRendering(), other)).toEqual([]);
  });

  test('is broken when a version was rendered in two ways', () => {
    expect(breachesAfter(aRendering(), aRendering({ sha256: 'b'.repeat(64) }))).toEqual([
      {
        invariant: 'bytes-follow-state',
        orderId,
        message: 'version 2 was rendered in more than one way',
      },
    ]);
  });

  test.each([
    ['nothing was rendered', []],
    ['other bytes were rendered', [aRendering({ sha256: 'b'.repeat(64) })]],
    ['they were rendered for another order', [aRendering({ orderId: 'another' })]],
  ])('is broken when an invoice is stored and %s', (_, renderings) => {
    expect(breachesAfter(...renderings)).toEqual([
      {
        invariant: 'bytes-follow-state',
        orderId,
        message: 'an invoice is stored that was never rendered',
      },
    ]);
  });
});
