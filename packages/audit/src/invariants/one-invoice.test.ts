import { describe, expect, test } from '@jest/globals';
import type { OrderFacts } from '../facts.ts';
import { anEvent } from '@bbws/domain/testing/builders';
import { findingsOf, messagesOf, withRecord, withStored } from '../testing/breaking.ts';
import { factsAfter, factsOf } from '../testing/facts.ts';
import { hashOf, lifeOf, type Deed } from '../testing/lives.ts';
import { oneInvoice } from './one-invoice.ts';

const keyOf = ({ tenantId, orderId }: OrderFacts, suffix = ''): string =>
  `${tenantId}/orders/order_${orderId}${suffix}.pdf`;

/** The facts with one more object in the bucket. */
const withObject = (facts: OrderFacts, key: string): OrderFacts => ({
  ...facts,
  invoices: [...facts.invoices, { key, sha256: hashOf(key) }],
});

describe('one-invoice', () => {
  test.each<[string, readonly Deed[]]>([
    ['as it was issued', ['record']],
    ['that is paid', ['record', 'paid']],
    ['whose payment was noted before it was paid', ['record', 'payment', 'paid']],
    ['that was hidden', ['record', 'hide']],
    ['that had a second chance', ['reject', 'reopen', 'record', 'paid']],
  ])('is kept by an order %s', (_, deeds) => {
    expect(messagesOf(oneInvoice, factsAfter(...deeds))).toEqual([]);
  });

  test('allows that a state was superseded before its invoice was rendered', () => {
    const facts = factsOf(lifeOf('record', 'paid', 'refunded'), new Set([2, 3]));

    expect(facts.invoices.map(({ key }) => key)).toEqual([keyOf(facts, '_v4')]);
    expect(messagesOf(oneInvoice, facts)).toEqual([]);
  });

  test('allows no second object of one payment, and a note of a version that came while it was rendered', () => {
    const facts = withRecord(factsAfter('record', 'paid', 'processing'), (order) => ({
      ...order,
      ...(order.pdf && { pdf: { ...order.pdf, orderVersion: 4 } }),
    }));

    expect(messagesOf(oneInvoice, facts)).toEqual([]);
    expect(messagesOf(oneInvoice, withObject(facts, keyOf(facts, '_v4')))).toEqual([
      `${keyOf(facts, '_v4')} is no invoice that this order can have.`,
    ]);
  });

  test.each([['accepted'], ['rejected']] as const)(
    'allows none of an order that is %s',
    (stage) => {
      const facts = stage === 'accepted' ? factsAfter() : factsAfter('reject');

      expect(messagesOf(oneInvoice, facts)).toEqual([]);
      expect(messagesOf(oneInvoice, withObject(facts, keyOf(facts)))).toEqual([
        `${stage}, but has the invoice ${keyOf(facts)}.`,
      ]);
    },
  );

  test.each([['_v2'], ['_v4'], ['_v0'], ['_copy']])(
    'notices an object of a state that the order never had: %s',
    (suffix) => {
      const facts = factsAfter('record', 'paid');

      expect(messagesOf(oneInvoice, withObject(facts, keyOf(facts, suffix)))).toEqual([
        `${keyOf(facts, suffix)} is no invoice that this order can have.`,
      ]);
    },
  );

  test('notices objects without an order', () => {
    const facts = { ...factsAfter('record'), stored: undefined };

    expect(messagesOf(oneInvoice, facts)).toEqual([`${keyOf(facts)} belongs to no order.`]);
    expect(messagesOf(oneInvoice, { ...facts, unreadable: 'An order …' })).toEqual([]);
  });

  test('counts a missing invoice as unfinished since the last change of payment', () => {
    const facts = withRecord(factsAfter('record', 'paid'), (order) => ({
      ...order,
      pdf: undefined,
    }));

    expect(findingsOf(oneInvoice, { ...facts, invoices: [] })).toEqual([
      {
        message: 'Recorded, but has no invoice.',
        since: '2026-11-20T09:32:00.000Z',
        remedy: `pnpm replay --order ${facts.orderId} --effect pdf`,
      },
    ]);
  });

  test('counts an invoice that an operator wants again from then on', () => {
    const withoutNote = withRecord(factsAfter('record'), (order) => ({ ...order, pdf: undefined }));
    const asked = '2026-12-01T08:00:00.000Z';
    const outbox = [anEvent('order.recorded', { occurredAt: asked })];

    expect(findingsOf(oneInvoice, withStored(withoutNote, { outbox }))).toMatchObject([
      { since: asked },
    ]);
  });

  test('says where the message waits that would render it', () => {
    const facts = withRecord(factsAfter('record'), (order) => ({ ...order, pdf: undefined }));
    const waiting = [{ queue: 'pdf', deadLetter: true, reason: 'RENDER_FAILED' }];

    expect(messagesOf(oneInvoice, { ...facts, waiting })).toEqual([
      'Recorded, but has no invoice; its message is in the dead-letter queue of pdf (RENDER_FAILED).',
    ]);
  });

  test('counts an object that is noted and gone as unfinished for a minute after it was rendered', () => {
    const facts = factsAfter('record', 'paid');
    const invoices = facts.invoices.filter(({ key }) => !key.includes('_v3'));

    expect(findingsOf(oneInvoice, { ...facts, invoices })).toMatchObject([
      {
        message: `${keyOf(facts, '_v3')} is noted and missing.`,
        since: '2026-11-20T09:30:00.000Z',
        graceMinutes: 1,
        remedy: `pnpm replay --order ${facts.orderId} --effect pdf --again`,
      },
    ]);
  });

  test('notices other bytes than were noted', () => {
    const facts = factsAfter('record');
    const invoices = [{ key: keyOf(facts), sha256: 'f'.repeat(64) }];

    expect(messagesOf(oneInvoice, { ...facts, invoices })).toEqual([
      `The bytes of ${keyOf(facts)} are not those that were noted.`,
    ]);
  });

  test('notices a note of another key than the state has', () => {
    const facts = factsAfter('record', 'paid');
    const broken = withRecord(facts, (order) => ({
      ...order,
      ...(order.pdf && { pdf: { ...order.pdf, key: keyOf(facts) } }),
    }));

    expect(messagesOf(oneInvoice, broken)).toEqual([
      `The invoice noted is ${keyOf(facts)} instead of ${keyOf(facts, '_v3')}.`,
    ]);
  });
});
