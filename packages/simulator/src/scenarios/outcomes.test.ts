import type { OrderFacts } from '@bbws/audit/facts';
import { factsAfter } from '@bbws/audit/testing/facts';
import { describe, expect, test } from '@jest/globals';
import { countDoubledMails, countInStage, countMails, reasonsOf, text } from './outcomes.ts';
import { resultOf } from './scenario.ts';

const endWith = (...facts: readonly OrderFacts[]) => ({
  final: { breaches: [], deadLetters: [], facts },
});
const recorded = factsAfter('record');
const twice = { ...recorded, mails: [...(recorded.mails ?? []), ...(recorded.mails ?? [])] };

describe('the outcomes of a scenario', () => {
  test('are orders in a stage, and mails', () => {
    const end = endWith(recorded, factsAfter('reject'), factsAfter());

    expect(countInStage(end, 'recorded')).toBe(1);
    expect(countInStage(end, 'rejected')).toBe(1);
    expect(countMails(end)).toBe(4);
    expect(countDoubledMails(end)).toBe(0);
  });

  test('are mails beyond the first of their kind, order by order', () => {
    expect(countDoubledMails(endWith(recorded, recorded))).toBe(0);
    expect(countDoubledMails(endWith(recorded, twice))).toBe(2);
  });

  test('are mails about a status once for each change', () => {
    expect(countDoubledMails(endWith(factsAfter('record', 'paid', 'processing')))).toBe(0);
  });

  test('count nothing where there is no order or nobody can read an inbox', () => {
    const end = endWith({ ...recorded, stored: undefined, mails: undefined });

    expect([countInStage(end, 'recorded'), countMails(end), countDoubledMails(end)]).toEqual([
      0, 0, 0,
    ]);
  });

  test('are the reasons of dead letters, as text', () => {
    const letters = ['NOT_JSON', 'RETRIES_EXHAUSTED', 'NOT_JSON', undefined].map(
      (reason, index) => ({ messageId: `message-${index}`, queue: 'pdf', reason }),
    );

    expect(text(reasonsOf({ letters }))).toBe('2 NOT_JSON, 1 RETRIES_EXHAUSTED, 1 none');
    expect(text(reasonsOf({ letters: [] }))).toBe('none');
  });
});

describe('the result of a scenario', () => {
  test('names what was expected and did not come about', () => {
    const played = { ...endWith(), simulatedMs: 3_000, realMs: 1 };

    expect(
      resultOf(played, { orders: 7 }, [
        ['every order recorded', true],
        ['no mail twice', false],
      ]),
    ).toEqual({
      figures: { orders: 7 },
      unmet: ['no mail twice'],
      breaches: [],
      simulatedMs: 3_000,
      realMs: 1,
    });
  });
});
