import { sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { mailFactsOf, type InboxMail } from './mail-facts.ts';

const aMail = (subject: string, changes: Partial<InboxMail> = {}): InboxMail => ({
  messageId: 'message-1',
  to: ['thandi.sample@example.com'],
  subject,
  headers: { 'X-BBWS-Order-Id': sampleOrderId },
  ...changes,
});

describe('the mails about an order', () => {
  test.each([
    ['New Order Received: ORD-20261120-00001', 'internal-recorded'],
    ['Order Rejected: ORD-20261120-00001', 'internal-rejected'],
    ['Order Confirmation: ORD-20261120-00001', 'customer-recorded'],
    ['Order Not Placed: ORD-20261120-00001', 'customer-rejected'],
    ['Order Update: ORD-20261120-00001', 'customer-status'],
  ] as const)('are known by their subjects: %s', (subject, kind) => {
    expect(mailFactsOf(sampleOrderId, [aMail(subject)], [])).toEqual([
      { kind, version: undefined, messageId: 'message-1', to: 'thandi.sample@example.com' },
    ]);
  });

  test('have the version of the effect that they were sent for', () => {
    const effects = [
      { name: 'customer-status', version: 3, leaseUntil: 0, messageId: 'message-0' },
      { name: 'customer-status', version: 4, leaseUntil: 0, messageId: 'message-1' },
    ] as const;

    expect(mailFactsOf(sampleOrderId, [aMail('Order Update: …')], effects)).toMatchObject([
      { version: 4 },
    ]);
  });

  test('have the version under which it is noted that an operator had them sent once more', () => {
    const repeated = [{ name: 'customer-status', version: 3, messageId: 'message-0' }] as const;
    const mails = ['message-0', 'message-1'].map((messageId) =>
      aMail('Order Update: …', { messageId }),
    );

    const [first, second] = mailFactsOf(sampleOrderId, mails, [], repeated);

    expect(first).toMatchObject({ version: 3, isRepeated: true });
    expect(second).not.toHaveProperty('isRepeated');
  });

  test('are found by the header with the order’s id', () => {
    const other = aMail('Order Update: …', { headers: { 'X-BBWS-Order-Id': 'another' } });

    expect(mailFactsOf(sampleOrderId, [other], [])).toEqual([]);
  });

  test('are of no other kind', () => {
    expect(() => mailFactsOf(sampleOrderId, [aMail('Buy tea')], [])).toThrow('a subject');
  });
});
