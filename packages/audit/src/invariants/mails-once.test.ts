import { describe, expect, test } from '@jest/globals';
import { messagesOf } from '../testing/breaking.ts';
import { factsAfter } from '../testing/facts.ts';
import type { Deed } from '../testing/lives.ts';
import { withMailAgain, withoutInbox } from '../testing/mails.ts';
import { mailsOnce } from './mails-once.ts';

describe('mails-once', () => {
  test.each<[string, readonly Deed[]]>([
    ['with a mail of each kind', ['record', 'paid', 'processing', 'completed', 'refunded']],
    ['that was rejected twice', ['reject', 'reopen', 'reject']],
  ])('is kept by an order %s', (_, deeds) => {
    expect(messagesOf(mailsOnce, factsAfter(...deeds))).toEqual([]);
  });

  test('cannot tell without an inbox', () => {
    expect(messagesOf(mailsOnce, withoutInbox(factsAfter('record')))).toEqual([]);
  });

  test('notices a mail that is there twice', () => {
    const facts = withMailAgain(factsAfter('record', 'paid'), 'customer-status');

    expect(messagesOf(mailsOnce, facts)).toEqual(['customer-status of version 3: sent 2 times.']);
  });

  test('notices a rejection that is told once too often', () => {
    const facts = withMailAgain(factsAfter('reject'), 'customer-rejected');

    expect(messagesOf(mailsOnce, facts)).toEqual(['customer-rejected: sent 2 times.']);
  });

  test('excuses a mail whose send was interrupted, and no other', () => {
    const facts = withMailAgain(
      withMailAgain(factsAfter('record'), 'customer-recorded'),
      'internal-recorded',
    );
    const excused = (kind: string) => kind === 'customer-recorded';

    expect(messagesOf(mailsOnce, facts, { excused })).toEqual(['internal-recorded: sent 2 times.']);
  });

  test('does not count a mail that an operator had sent once more', () => {
    const again = withMailAgain(factsAfter('record'), 'customer-recorded', { isRepeated: true });
    const thrice = withMailAgain(again, 'customer-recorded', { isRepeated: false });

    expect(messagesOf(mailsOnce, again)).toEqual([]);
    expect(messagesOf(mailsOnce, thrice)).toEqual(['customer-recorded: sent 4 times.']);
  });

  test('notices a mail about a status that no effect knows of, unless a send was interrupted', () => {
    const facts = withMailAgain(factsAfter('record', 'paid'), 'customer-status', {
      version: undefined,
    });
    const excused = (_: string, version?: number) => version === 3;

    expect(messagesOf(mailsOnce, facts)).toEqual([
      'customer-status: 1 sent that no effect knows of.',
    ]);
    expect(messagesOf(mailsOnce, facts, { excused })).toEqual([]);
  });
});
