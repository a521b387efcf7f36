import { describe, expect, test } from '@jest/globals';
import { linesOfFailure } from './lines-of-failure.ts';

const again = 'pnpm simulate exhaustive';
const breach = { invariant: 'sums', orderId: 'order-1', message: 'a cent is missing' };

describe('the lines about a run', () => {
  test('are none when nothing failed', () => {
    expect(linesOfFailure({ again })).toEqual([]);
    expect(linesOfFailure({ unmet: [], breaches: [], again })).toEqual([]);
  });

  test.each([
    ['a promise was broken', { breaches: [breach] }],
    ['something expected did not come about', { unmet: ['  NOT MET: every order paid'] }],
  ])('end with the command that repeats it when %s', (_, failure) => {
    expect(linesOfFailure({ ...failure, again }).at(-1)).toBe(`\nRepeat this run: ${again}`);
  });

  test('tell the first three of each promise, with case and story', () => {
    const lines = linesOfFailure({
      breaches: [
        { ...breach, case: 'rejected: no fault', story: ['recorded'] },
        ...Array.from({ length: 4 }, () => ({ ...breach, orderId: undefined })),
      ],
      again,
    });

    expect(lines).toEqual([
      '\nsums: 5 times',
      '  [rejected: no fault] order-1: a cent is missing',
      '    recorded',
      '  no order: a cent is missing',
      '  no order: a cent is missing',
      `\nRepeat this run: ${again}`,
    ]);
  });
});
