import { describe, expect, test } from '@jest/globals';
import type { OrderFacts } from '../facts.ts';
import { findingsOf, messagesOf, withRecord } from '../testing/breaking.ts';
import { factsAfter } from '../testing/facts.ts';
import type { Deed } from '../testing/lives.ts';
import { invoiceCurrent } from './invoice-current.ts';

const showing = (facts: OrderFacts, orderVersion: number): OrderFacts =>
  withRecord(facts, (order) => ({
    ...order,
    ...(order.pdf && { pdf: { ...order.pdf, orderVersion } }),
  }));

describe('invoice-current', () => {
  test.each<[string, readonly Deed[]]>([
    ['that is paid and prepared', ['record', 'paid', 'processing', 'completed']],
    ['that was hidden after it', ['record', 'paid', 'hide', 'show']],
    ['that has none', ['reject']],
  ])('is kept by an order %s', (_, deeds) => {
    expect(messagesOf(invoiceCurrent, factsAfter(...deeds))).toEqual([]);
  });

  test('allows an invoice of a later version than changed the payment', () => {
    const facts = showing(factsAfter('record', 'paid', 'processing'), 4);

    expect(messagesOf(invoiceCurrent, facts)).toEqual([]);
  });

  test('counts an older invoice as unfinished since the payment changed', () => {
    const facts = showing(factsAfter('record', 'paid', 'processing'), 2);

    expect(findingsOf(invoiceCurrent, facts)).toEqual([
      {
        message: 'The invoice shows version 2; the payment changed with version 3.',
        since: '2026-11-20T09:32:00.000Z',
        remedy: `pnpm replay --order ${facts.orderId} --effect pdf`,
      },
    ]);
  });

  test('asks for the last of several changes', () => {
    const facts = showing(factsAfter('record', 'paid', 'refunded'), 3);

    expect(messagesOf(invoiceCurrent, facts)).toEqual([
      'The invoice shows version 3; the payment changed with version 4.',
    ]);
  });

  test('takes other payment details for a change of payment', () => {
    const facts = showing(factsAfter('record', 'payment'), 2);

    expect(messagesOf(invoiceCurrent, facts)).toHaveLength(1);
  });

  test('notices a version that never was', () => {
    expect(messagesOf(invoiceCurrent, showing(factsAfter('record'), 8))).toEqual([
      'The invoice shows version 8, which the order never had.',
    ]);
  });

  test('says where the message waits that would mend it', () => {
    const waiting = [{ queue: 'pdf', deadLetter: true, reason: 'RENDER_FAILED' }];
    const facts = { ...showing(factsAfter('record', 'paid'), 2), waiting };

    expect(findingsOf(invoiceCurrent, facts)).toMatchObject([
      { remedy: 'pnpm dlq redrive --queue pdf' },
    ]);
  });
});
