import { describe, expect, test } from '@jest/globals';
import { ageAt, messages, tallyInWords, textTable, times } from './words.ts';

describe('an age', () => {
  const now = new Date('2026-11-20T12:00:00.000Z');

  test.each([
    ['2026-11-20T11:59:15.000Z', '45 s'],
    ['2026-11-20T11:48:00.000Z', '12 min'],
    ['2026-11-20T09:00:00.000Z', '3 h'],
    ['2026-11-15T12:00:00.000Z', '5 d'],
    ['2026-11-20T12:00:09.000Z', '0 s'],
  ])('since %s is %s', (since, words) => {
    expect(ageAt(now, since)).toBe(words);
  });
});

test('counts are words', () => {
  expect([messages(1), messages(2), times(1), times(3)]).toEqual([
    ...['1 message', '2 messages', 'once', '3 times'],
  ]);
  expect(tallyInWords({ NOT_JSON: 3, MAIL_REFUSED: 1 })).toBe('NOT_JSON 3, MAIL_REFUSED 1');
});

test('a table has its words to the left and its figures to the right', () => {
  const rows = [
    ['pdf', 12, 'x'],
    ['internal-notify', 3, ''],
  ] as const;

  expect(textTable(['queue', 'dead letters', 'why'], rows)).toBe(
    [
      'queue            dead letters  why',
      'pdf                        12  x',
      'internal-notify             3',
    ].join('\n'),
  );
});
