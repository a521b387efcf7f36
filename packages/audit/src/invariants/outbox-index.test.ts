import { describe, expect, test } from '@jest/globals';
import { dayAfter, messagesOf } from '../testing/breaking.ts';
import { factsAfter } from '../testing/facts.ts';
import { due, event, withOutbox } from '../testing/outbox.ts';
import { outboxIndex } from './outbox-index.ts';

describe('outbox-index', () => {
  test.each([
    ['an empty outbox that is not in it', withOutbox({}, false)],
    ['a full one that is in it', withOutbox({ outbox: [event], outboxDueAt: due }, true)],
  ])('is kept by %s', (_, facts) => {
    expect(messagesOf(outboxIndex, facts)).toEqual([]);
  });

  test.each([
    ['without a due time', withOutbox({ outbox: [event] }, false)],
    ['in another partition', withOutbox({ outbox: [event], outboxDueAt: due }, false)],
  ])('notices events that nobody will look for, %s', (_, facts) => {
    expect(messagesOf(outboxIndex, facts)).toEqual([
      'Its outbox has events that the sweeper cannot see.',
    ]);
  });

  test('notices an entry of an empty outbox', () => {
    expect(messagesOf(outboxIndex, withOutbox({ outboxDueAt: due }, true))).toEqual([
      'It is in the sweeper’s index without an event in its outbox.',
    ]);
  });

  test('takes an outbox that is due for more than two hours for a sweeper that does not run', () => {
    const overdueBy = (milliseconds: number) =>
      withOutbox(
        {
          outbox: [event],
          outboxDueAt: new Date(dayAfter.getTime() - milliseconds).toISOString(),
        },
        true,
      );

    expect(messagesOf(outboxIndex, overdueBy(7_200_000))).toEqual([]);
    expect(messagesOf(outboxIndex, overdueBy(7_200_001))).toEqual([
      expect.stringContaining('the sweeper is not running'),
    ]);
  });

  test('says nothing of an order without a record', () => {
    const facts = { ...factsAfter(), stored: undefined, listing: undefined };

    expect(messagesOf(outboxIndex, facts)).toEqual([]);
  });
});
