import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { DeadLetter } from './dead-letter.ts';
import { sendable } from './send-again.ts';

const letterOf = (bytes: number): DeadLetter => ({
  messageId: 'message-1',
  receiptHandle: 'handle-1',
  body: '',
  bytes,
  reason: 'RETRIES_EXHAUSTED',
  redriven: 0,
  receiveCount: 5,
  sentAt: new Date(0),
  content: { kind: 'unknown' },
});

const anySizes = fc.array(fc.integer({ min: 0, max: 262_144 }), { maxLength: 50 });
const largest = 240 * 1024;

describe('messages are sent', () => {
  test('ten at a time', () => {
    const groups = sendable(Array.from({ length: 25 }, () => letterOf(400)));

    expect(groups.map((group) => group.length)).toEqual([10, 10, 5]);
  });

  test('each once and in their order', () => {
    fc.assert(
      fc.property(anySizes, (sizes) => {
        const letters = sizes.map(letterOf);

        expect(sendable(letters).flat()).toEqual(letters);
      }),
    );
  });

  test('never ten of them too large for one call, and a very large one alone', () => {
    fc.assert(
      fc.property(anySizes, (sizes) => {
        for (const group of sendable(sizes.map(letterOf))) {
          const bytes = group.reduce((sum, letter) => sum + letter.bytes, 0);
          expect(group.length).toBeLessThanOrEqual(10);
          expect(group.length === 1 || bytes <= largest).toBe(true);
        }
      }),
    );
  });
});
