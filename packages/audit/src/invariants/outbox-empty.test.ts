import { anEvent } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { findingsOf, messagesOf, withRecord, withStored } from '../testing/breaking.ts';
import { factsAfter } from '../testing/facts.ts';
import { due, event, withOutbox } from '../testing/outbox.ts';
import { outboxEmpty } from './outbox-empty.ts';

describe('outbox-empty', () => {
  test('is kept by an outbox without events', () => {
    expect(messagesOf(outboxEmpty, factsAfter('record'))).toEqual([]);
  });

  test('counts an event as unfinished since it occurred', () => {
    const facts = withOutbox({ outbox: [event], outboxDueAt: due }, true);

    expect(findingsOf(outboxEmpty, facts)).toEqual([
      {
        message: 'order.recorded of version 2 is still in the outbox.',
        since: event.occurredAt,
      },
    ]);
  });

  test('says what would take it out: the invoice', () => {
    const facts = withRecord(withOutbox({ outbox: [event], outboxDueAt: due }, true), (order) => ({
      ...order,
      pdf: undefined,
    }));
    const waiting = [{ queue: 'pdf', deadLetter: true, reason: 'RENDER_FAILED' }];

    expect(findingsOf(outboxEmpty, facts)).toMatchObject([
      { remedy: `pnpm replay --order ${facts.orderId} --effect pdf` },
    ]);
    expect(findingsOf(outboxEmpty, { ...facts, waiting })).toMatchObject([
      { remedy: 'pnpm dlq redrive --queue pdf', heldBy: { reason: 'RENDER_FAILED' } },
    ]);
  });

  test.each(['order.status-changed', 'order.recorded'] as const)(
    'says what publishes %s when the sweeper does so no more, after a day',
    (type) => {
      const facts = withOutbox({ outbox: [anEvent(type)], outboxDueAt: due }, true);
      const after = (milliseconds: number) =>
        findingsOf(outboxEmpty, facts, {
          now: new Date(Date.parse(event.occurredAt) + milliseconds),
        }).map(({ remedy }) => remedy);

      expect(after(86_400_000)).toEqual([undefined]);
      expect(after(86_400_001)).toEqual([`pnpm order publish --order ${facts.orderId}`]);
    },
  );

  test('says what would take it out: the record', () => {
    const facts = withStored(factsAfter(), { outbox: [anEvent('order.accepted')] });

    expect(findingsOf(outboxEmpty, facts)).toMatchObject([
      { remedy: `pnpm replay --order ${facts.orderId} --effect record` },
    ]);
  });
});
