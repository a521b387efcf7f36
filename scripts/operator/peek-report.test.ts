import { describe, expect, test } from '@jest/globals';
import { peekReport } from './peek-report.ts';

const now = new Date('2026-11-20T12:00:00.000Z');
const held =
  'held by another command, or by one that was killed: back within 10 minutes. Wait for them: pnpm dlq list --env sit';

describe('the report of a peek', () => {
  test.each([
    ['nothing', undefined, 0, 'No dead letters.'],
    ['nothing of a reason', 'NOT_JSON', 0, 'No dead letters of reason NOT_JSON.'],
    [
      'nothing but what others hold',
      undefined,
      3_001,
      `No dead letters that can be looked at now.\n3001 messages ${held}`,
    ],
    [
      'nothing of a reason in what nobody holds',
      'NOT_JSON',
      1,
      `No dead letters of reason NOT_JSON that can be looked at now.\n1 message ${held}`,
    ],
  ])('says that it found %s', (_, reason, count, expected) => {
    const report = peekReport({ messages: [], held: count }, now, { reason, option: ' --env sit' });

    expect(report).toBe(expected);
  });
});
