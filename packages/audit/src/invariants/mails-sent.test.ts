import type { EffectFact } from '@bbws/dynamo/list-effects';
import { describe, expect, test } from '@jest/globals';
import type { MailFact } from '../facts.ts';
import { findingsOf, messagesOf, muchLater, withOrder } from '../testing/breaking.ts';
import { factsAfter } from '../testing/facts.ts';
import type { Deed } from '../testing/lives.ts';
import { unmarked, withEffect, withoutInbox, withoutMail } from '../testing/mails.ts';
import { mailsOnce } from './mails-once.ts';
import { mailsSent } from './mails-sent.ts';

describe('mails-sent', () => {
  test.each<[string, readonly Deed[]]>([
    ['that is accepted, which is told nobody', []],
    ['that is recorded', ['record']],
    ['that is rejected', ['reject']],
    ['that changed its status', ['record', 'paid', 'processing']],
    ['that changed its payment alone, which is told nobody', ['record', 'payment']],
  ])('is kept by an order %s', (_, deeds) => {
    expect(messagesOf(mailsSent, factsAfter(...deeds))).toEqual([]);
    expect(messagesOf(mailsSent, withoutInbox(factsAfter(...deeds)))).toEqual([]);
  });

  test.each<[MailFact['kind'], Deed, string]>([
    ['internal-recorded', 'record', 'internal'],
    ['customer-recorded', 'record', 'confirm'],
    ['internal-rejected', 'reject', 'internal'],
    ['customer-rejected', 'reject', 'confirm'],
  ])('counts a missing %s as unfinished since the order was completed', (kind, deed, effect) => {
    const facts = withEffect(withoutInbox(factsAfter(deed)), kind, () => undefined);

    expect(findingsOf(mailsSent, facts)).toEqual([
      {
        message: `${kind}: never sent.`,
        since: '2026-11-20T09:31:00.000Z',
        remedy: `pnpm replay --order ${facts.orderId} --effect ${effect}`,
      },
    ]);
  });

  test('counts a missing mail about a status from the change on', () => {
    const facts = withEffect(
      withoutInbox(factsAfter('record', 'paid')),
      'customer-status',
      () => undefined,
    );

    expect(findingsOf(mailsSent, facts)).toMatchObject([
      {
        message: 'customer-status of version 3: never sent.',
        since: '2026-11-20T09:32:00.000Z',
        remedy: `pnpm replay --order ${facts.orderId} --effect confirm --order-version 3`,
      },
    ]);
  });

  test('asks for the mail of each change of status, and no other will do', () => {
    const { effects, ...facts } = withoutInbox(factsAfter('record', 'paid', 'processing'));
    const without = (version: number) => effects.filter((effect) => effect.version !== version);

    expect(
      [3, 4].flatMap((version) => messagesOf(mailsSent, { ...facts, effects: without(version) })),
    ).toEqual([
      'customer-status of version 3: never sent.',
      'customer-status of version 4: never sent.',
    ]);
  });

  test('counts the mails of an order that was reopened from its second completion', () => {
    const facts = { ...factsAfter('reject', 'reopen', 'record'), effects: [], mails: undefined };

    expect(findingsOf(mailsSent, facts).map(({ since }) => since)).toEqual([
      '2026-11-20T09:33:00.000Z',
      '2026-11-20T09:33:00.000Z',
    ]);
  });

  test('allows that a mail about a superseded status was left out, but not the latest', () => {
    const leftOut = (effect: EffectFact): EffectFact => ({ ...effect, messageId: undefined });
    const facts = withoutInbox(factsAfter('record', 'paid', 'processing'));

    expect(messagesOf(mailsSent, withEffect(facts, 'customer-status', leftOut))).toEqual([
      'customer-status of version 4: marked done, but left out.',
    ]);
  });

  test('owes nothing to the customer of a hidden order', () => {
    const facts = { ...factsAfter('record', 'hide'), effects: [], mails: [] };

    expect(messagesOf(mailsSent, facts)).toEqual([]);
  });

  test('counts mails that were withheld from a hidden order from its showing on, the latest status alone', () => {
    const deeds: readonly Deed[] = ['hide', 'record', 'paid', 'processing', 'show'];
    const facts = { ...factsAfter(...deeds), effects: [], mails: undefined };

    expect(findingsOf(mailsSent, facts)).toMatchObject([
      { message: 'internal-recorded: never sent (the order was hidden for a while).' },
      { message: 'customer-recorded: never sent (the order was hidden for a while).' },
      {
        message: 'customer-status of version 5: never sent (the order was hidden for a while).',
        since: '2026-11-20T09:35:00.000Z',
      },
    ]);
  });

  test('owes nothing to a customer whose address is refused for good, but the team its mail', () => {
    const refused = withOrder(factsAfter('record', 'paid'), (order) => ({
      ...order,
      customerEmailRefusedAt: '2026-11-20T09:31:30.000Z',
    }));

    expect(messagesOf(mailsSent, { ...refused, effects: [], mails: [] })).toEqual([
      'internal-recorded: never sent.',
    ]);
  });

  test('owes what was due long before the address was refused, unless that was the mail', () => {
    const facts = withOrder(factsAfter('record', 'paid'), (order) => ({
      ...order,
      // The record is of 9:31, the payment of 9:32.
      customerEmailRefusedAt: '2026-11-20T11:01:30.000Z',
    }));
    const without = { ...facts, effects: [], mails: undefined };
    const refused: EffectFact = { name: 'customer-recorded', leaseUntil: 0 };

    expect(messagesOf(mailsSent, without)).toEqual([
      'internal-recorded: never sent.',
      'customer-recorded: never sent.',
    ]);
    expect(messagesOf(mailsSent, { ...without, effects: [refused] })).toEqual([
      'internal-recorded: never sent.',
    ]);
  });

  test('does not know of a mail that was claimed and never marked done, unless an inbox has it', () => {
    const facts = withEffect(factsAfter('record'), 'customer-recorded', unmarked);

    expect(messagesOf(mailsSent, withoutInbox(facts))).toEqual([
      'customer-recorded: claimed and never marked done; nobody knows whether it was sent.',
    ]);
    expect(messagesOf(mailsSent, facts)).toEqual([]);
  });

  test('recognises a mail about a status whose send was not marked done', () => {
    const facts = withEffect(factsAfter('record', 'paid'), 'customer-status', unmarked);
    const mails = facts.mails?.map((mail) => ({ ...mail, version: undefined }));

    expect(messagesOf(mailsSent, { ...facts, mails })).toEqual([]);
    expect(messagesOf(mailsOnce, { ...facts, mails })).toEqual([]);
  });

  test('tells a mail that SES refused, and where its message is', () => {
    const refused = (effect: EffectFact) => ({ ...unmarked(effect), leaseUntil: 0 });
    const facts = withEffect(withoutInbox(factsAfter('record')), 'customer-recorded', refused);
    const waiting = [{ queue: 'customer-confirm', deadLetter: true, reason: 'MAIL_UNSENDABLE' }];

    expect(findingsOf(mailsSent, { ...facts, waiting })).toMatchObject([
      {
        message:
          'customer-recorded: refused, and not sent since; its message is in the dead-letter queue of customer-confirm (MAIL_UNSENDABLE).',
        remedy: 'pnpm dlq redrive --queue customer-confirm',
      },
    ]);
  });

  test('does not take the message of another mail to the same customer for its own', () => {
    const facts = { ...factsAfter('record', 'paid'), effects: [], mails: undefined };
    const ofStatus = { queue: 'customer-confirm', deadLetter: true, reason: 'X' } as const;
    const waiting = [2, 3].map((orderVersion) => ({
      ...ofStatus,
      eventType: 'order.status-changed',
      orderVersion,
    }));

    const findings = findingsOf(mailsSent, { ...facts, waiting });

    expect(findings.map(({ remedy }) => remedy)).toEqual([
      `pnpm replay --order ${facts.orderId} --effect internal`,
      `pnpm replay --order ${facts.orderId} --effect confirm`,
      'pnpm dlq redrive --queue customer-confirm',
    ]);
    expect(findings.at(-1)?.heldBy?.orderVersion).toBe(3);
  });

  test('notices a mail that is marked done and was never sent', () => {
    const facts = withoutMail(factsAfter('record'), 'internal-recorded');

    expect(findingsOf(mailsSent, facts)).toMatchObject([
      {
        message: 'internal-recorded: marked done, but in no inbox.',
        remedy: `pnpm replay --order ${facts.orderId} --effect internal --again`,
      },
    ]);
  });

  test('asks nothing of effects that are deleted by now', () => {
    const facts = { ...factsAfter('record'), effects: [] };

    expect(messagesOf(mailsSent, withoutInbox(facts), { now: muchLater })).toEqual([]);
    expect(messagesOf(mailsSent, { ...facts, mails: [] }, { now: muchLater })).toHaveLength(2);
  });

  test('asks nothing of effects that cannot be read', () => {
    const facts = { ...withoutInbox(factsAfter('record')), effects: [], unreadable: 'An effect …' };

    expect(messagesOf(mailsSent, facts)).toEqual([]);
  });
});
