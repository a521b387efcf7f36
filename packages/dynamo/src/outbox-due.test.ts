import { describe, expect, test } from '@jest/globals';
import { earlier, firstDue } from './outbox-due.ts';

describe('an event is first due', () => {
  test.each([
    ['order.accepted', '10:45'],
    ['order.recorded', '10:45'],
    ['order.rejected', '09:32'],
    ['order.status-changed', '09:32'],
  ] as const)('%s of half past nine: at %s', (type, time) => {
    expect(firstDue(type, '2026-11-20T09:30:00.000Z')).toBe(`2026-11-20T${time}:00.000Z`);
  });
});

describe('the earlier of two times', () => {
  const [before, after] = ['2026-11-20T09:30:00.000Z', '2026-11-20T09:30:00.001Z'] as const;

  test.each([
    ['is the first when it lies before', before, after, before],
    ['is the second when it lies before', after, before, before],
    ['is the second when the first is never', undefined, after, after],
  ])('%s', (_, one, other, expected) => {
    expect(earlier(one, other)).toBe(expected);
  });
});
