import type { RedrivenLetter } from '@bbws/operator/dead-letters/redrive';
import { describe, expect, test } from '@jest/globals';
import { isUnfinished, redriveReport } from './dlq-redrive.ts';

const letter = (outcome: RedrivenLetter['outcome'], reason = 'RETRIES_EXHAUSTED') => ({
  queue: 'pdf',
  outcome,
  letter: {
    ...{ messageId: 'm', receiptHandle: 'h', body: '', bytes: 0, redriven: 0, receiveCount: 5 },
    reason,
    sentAt: new Date(0),
    content: { kind: 'unknown' } as const,
  },
});
const resultOf = (
  letters: readonly RedrivenLetter[],
  faults: readonly string[] = [],
  held = 0,
) => ({ letters, faults, held, more: [] });

describe('the report of a redrive', () => {
  test('has a row for each queue, reason and type', () => {
    const result = resultOf([letter('moved'), letter('moved'), letter('poison', 'NOT_JSON')]);

    const report = redriveReport(result, false);

    expect(report).toMatch(/pdf +RETRIES_EXHAUSTED +none +2 +0 +0/);
    expect(report).toMatch(/pdf +NOT_JSON +none +0 +0 +1/);
    expect(report).toContain('2 messages moved.');
    expect(report).toContain('1 message left alone (NOT_JSON 1)');
  });

  test('says what failed, what is left and where there may be more', () => {
    const result = {
      ...resultOf([letter('doubled'), letter('left')], ['pdf: broken']),
      more: ['pdf'],
    };

    const report = redriveReport(result, false);

    expect(report).toContain('1 message sent but still here as well');
    expect(report).toContain('1 message left for another run.');
    expect(report).toContain('There may be more in pdf');
    expect(report).toContain('FAILED pdf: broken');
  });

  test('says so when there is nothing', () => {
    expect(redriveReport(resultOf([]), false)).toBe('No dead letters.');
  });

  test('says how many somebody else holds, and does not say that there are none', () => {
    const report = redriveReport(resultOf([], [], 3_001), false, ' --env sit');

    expect(report).toBe(
      [
        'Nothing was taken.',
        '3001 messages held by another command, or by one that was killed: back within 10 minutes. Wait for them: pnpm dlq list --env sit',
      ].join('\n'),
    );
  });

  test('does not say that there is nothing when a queue could not be read', () => {
    expect(redriveReport(resultOf([], ['pdf: broken']), false)).toBe(
      'Nothing was taken.\nFAILED pdf: broken',
    );
  });

  test.each([
    ['all was moved', resultOf([letter('moved'), letter('poison'), letter('other')]), false],
    ['a message was not sent', resultOf([letter('failed')]), true],
    ['a message was not deleted', resultOf([letter('doubled')]), true],
    ['a queue could not be read', resultOf([], ['pdf: broken']), true],
    ['somebody else holds messages', resultOf([letter('moved')], [], 1), true],
  ])('ends well or not when %s', (_, result, unfinished) => {
    expect(isUnfinished(result)).toBe(unfinished);
  });
});
