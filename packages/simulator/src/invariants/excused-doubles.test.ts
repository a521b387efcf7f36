import { auditOrder } from '@bbws/audit/audit-order';
import type { MailFact, OrderFacts } from '@bbws/audit/facts';
import { factsAfter } from '@bbws/audit/testing/facts';
import { unmarked, withEffect, withMailAgain } from '@bbws/audit/testing/mails';
import { describe, expect, test } from '@jest/globals';
import { aCall, historyOf } from '../testing/records.ts';
import type { CallRecord } from '../world/history.ts';
import { excusedDoubles } from './excused-doubles.ts';

const now = new Date('2026-11-21T09:30:00.000Z');
const cutOff = aCall({ functionName: 'customer-confirm', answered: false });

const messagesOf = (facts: OrderFacts, ...calls: readonly CallRecord[]): string[] =>
  auditOrder(facts, { now, excused: excusedDoubles(historyOf(...calls), facts) }).map(
    ({ message }) => message,
  );

/** Paid, and then processing before the mail about that was sent: the effect is done without a message. */
const leftOut: OrderFacts = (() => {
  const facts = withEffect(factsAfter('record', 'paid', 'processing'), 'customer-status', (one) =>
    one.version === 3 ? { ...one, messageId: undefined } : one,
  );
  return { ...facts, mails: facts.mails?.filter(({ version }) => version !== 3) };
})();
const rejection = ({ mails = [] }: OrderFacts): MailFact => {
  const found = mails.find(({ kind }) => kind === 'customer-rejected');
  if (!found) throw new Error('This order was never rejected');
  return found;
};
/** No effect knows of the second one. */
const again = { version: undefined };

describe('a mail that is there twice', () => {
  const recordedTwice = withMailAgain(factsAfter('record'), 'customer-recorded');

  test('is excused by a send that was cut off, once', () => {
    const thrice = withMailAgain(recordedTwice, 'customer-recorded');

    expect(messagesOf(recordedTwice, cutOff)).toEqual([]);
    expect(messagesOf(thrice, cutOff)).toHaveLength(1);
  });

  test('is not excused when no send was cut off', () => {
    expect(messagesOf(recordedTwice)).toEqual(['customer-recorded: sent 2 times.']);
  });

  test('is not excused when it tells of one rejection', () => {
    expect(messagesOf(withMailAgain(factsAfter('reject'), 'customer-rejected'))).toHaveLength(1);
  });

  test('is two mails when there were two rejections', () => {
    const facts = factsAfter('reject', 'reopen', 'reject');

    const more = (count: number) => ({
      ...facts,
      mails: [...(facts.mails ?? []), ...Array.from({ length: count }, () => rejection(facts))],
    });

    expect(messagesOf(facts)).toEqual([]);
    expect(messagesOf(more(1), cutOff)).toEqual([]);
    expect(messagesOf(more(2), cutOff)).toHaveLength(1);
  });
});

describe('a mail about a status that is there twice', () => {
  test('is not excused by one that was left out', () => {
    const doubled = withMailAgain(leftOut, 'customer-status', again);

    expect(messagesOf(leftOut)).toEqual([]);
    expect(messagesOf(doubled)).toEqual(['customer-status: 1 sent that no effect knows of.']);
  });

  test('is excused by a send that was cut off', () => {
    expect(messagesOf(withMailAgain(leftOut, 'customer-status', again), cutOff)).toEqual([]);
  });

  test('is the mail of an effect that was never marked done', () => {
    const facts = factsAfter('record', 'paid', 'processing');
    const sent = withEffect(facts, 'customer-status', (one) =>
      one.version === 3 ? unmarked(one) : one,
    );
    const mails = sent.mails?.map((mail) => (mail.version === 3 ? { ...mail, ...again } : mail));

    const doubled = mails?.flatMap((mail) =>
      mail.version === 4 ? [mail, { ...mail, ...again }] : mail,
    );

    expect(messagesOf({ ...sent, mails })).toEqual([]);
    expect(messagesOf({ ...sent, mails: doubled }, cutOff)).toEqual([]);
    expect(messagesOf({ ...sent, mails: doubled })).toHaveLength(1);
  });
});
