import { describe, expect, test } from '@jest/globals';
import { mayBeSkipped, skippedUnasked } from './may-skip.ts';

const checks = ['health', 'mails', 'audit'];

describe('What may be left unchecked', () => {
  test.each([
    ['mails,audit', ['mails', 'audit']],
    [' mails , audit', ['mails', 'audit']],
    ['', []],
  ])('is named in "%s"', (text, names) => {
    expect(mayBeSkipped(text, checks)).toEqual(names);
  });

  test('is a check that exists', () => {
    expect(() => mayBeSkipped('mails,mail', checks)).toThrow(
      '--may-skip: there is no check "mail". There are: health, mails, audit.',
    );
  });

  test('is told from what was left out unasked', () => {
    const results = [
      { name: 'health', outcome: 'failed' },
      { name: 'mails', outcome: 'not checked' },
      { name: 'audit', outcome: 'not checked' },
    ] as const;

    expect(skippedUnasked(results, ['mails'])).toEqual(['audit']);
  });
});
