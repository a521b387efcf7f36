import { describe, expect, test } from '@jest/globals';
import { makeHistory } from '../world/history.ts';
import { watchPutAside } from './dead-letters-are-impersonal.ts';

const breachesAfter = (input: unknown) => {
  const history = makeHistory();
  watchPutAside(history, input);
  return history.breaches;
};
const withAttribute = (StringValue: string | undefined) => ({
  MessageBody: '{"customerEmail":"thandi.sample@example.com"}',
  MessageAttributes: { errorName: { DataType: 'String', StringValue } },
});

describe('dead-letters-are-impersonal', () => {
  test.each([
    'RETRIES_EXHAUSTED',
    'TypeError',
    'order.recorded',
    '5',
    '2026-11-20T09:30:00.000Z',
    undefined,
  ])('holds for a letter that says %s', (value) => {
    expect(breachesAfter(withAttribute(value))).toEqual([]);
  });

  test('holds for a letter that says nothing', () => {
    expect(breachesAfter({ MessageBody: 'thandi.sample@example.com' })).toEqual([]);
    expect(breachesAfter('no input of a call')).toEqual([]);
  });

  test.each(['thandi.sample@example.com', 'Thandi Sample', '1 Example Street', 'x'.repeat(65)])(
    'is broken by a letter that says %s, which is not repeated',
    (value) => {
      expect(breachesAfter(withAttribute(value))).toEqual([
        {
          invariant: 'dead-letters-are-impersonal',
          message: 'the attribute errorName of a dead letter is no code',
        },
      ]);
    },
  );
});
