import { erasedFields } from '@bbws/domain/erasure';
import { sampleTime } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import type { MailFact } from '../facts.ts';
import { messagesOf, withOrder } from '../testing/breaking.ts';
import { factsAfter } from '../testing/facts.ts';
import type { Deed } from '../testing/lives.ts';
import { withMailAgain } from '../testing/mails.ts';
import { mailsTrue } from './mails-true.ts';

describe('mails-true', () => {
  test.each<[string, readonly Deed[]]>([
    ['that is recorded and paid', ['record', 'paid']],
    ['that was rejected before it was recorded', ['reject', 'reopen', 'record']],
  ])('is kept by an order %s', (_, deeds) => {
    expect(messagesOf(mailsTrue, factsAfter(...deeds))).toEqual([]);
  });

  test.each<[MailFact['kind'], MailFact['kind'], Deed]>([
    ['customer-recorded', 'customer-rejected', 'record'],
    ['internal-recorded', 'internal-rejected', 'record'],
    ['customer-rejected', 'customer-recorded', 'reject'],
    ['internal-rejected', 'customer-status', 'reject'],
  ])('notices instead of %s a mail of the kind %s', (kind, wrong, deed) => {
    const facts = withMailAgain(factsAfter(deed), kind, { kind: wrong });

    expect(messagesOf(mailsTrue, facts)).toEqual([`${wrong}: sent, but it did not happen.`]);
  });

  test('notices a mail about a version that changed no status', () => {
    const facts = withMailAgain(factsAfter('record', 'payment', 'paid'), 'customer-status', {
      version: 3,
    });

    expect(messagesOf(mailsTrue, facts)).toEqual([
      'customer-status of version 3: sent, but it did not happen.',
    ]);
  });

  test('notices a mail to somebody else, and does not say to whom', () => {
    const facts = withMailAgain(factsAfter('record'), 'customer-recorded', {
      to: 'somebody.else@example.com',
    });

    expect(messagesOf(mailsTrue, facts)).toEqual([
      'customer-recorded: sent to another address than the customer’s.',
    ]);
  });

  test('says nothing of the address once its customer was erased', () => {
    const facts = withOrder(factsAfter('record', 'cancelled', 'hide'), (order) => ({
      ...order,
      ...erasedFields(order),
      erasedAt: sampleTime,
    }));

    expect(messagesOf(mailsTrue, facts)).toEqual([]);
  });

  test('notices a mail about an order without a record', () => {
    const facts = { ...factsAfter('reject'), stored: undefined };

    expect(messagesOf(mailsTrue, facts)).toHaveLength(2);
    expect(messagesOf(mailsTrue, { ...facts, unreadable: 'An order …' })).toEqual([]);
  });
});
