import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { earlier, firstDue, isStuck, nextDue } from './outbox-due.ts';

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

const minute = 60_000;
const now = Date.parse('2026-11-20T09:30:00.000Z');
const at = (time: number) => new Date(time).toISOString();
const eventAged = (age: number) => ({ occurredAt: at(now - age) });
/** How long after a claim the sweeper looks again, for an outbox with events of those ages. */
const delayOf = (...ages: readonly number[]) =>
  Date.parse(nextDue(ages.map(eventAged), at(now))) - now;

const agesUpTo = (most: number) => fc.integer({ min: 0, max: most });
const ages = agesUpTo(3 * 24 * 60 * minute);

describe('a claimed outbox is due again', () => {
  test.each([
    ['a minute', 0, 1],
    ['a minute', 0.5, 1],
    ['two minutes', 2, 2],
    ['four minutes', 4, 4],
    ['an hour', 60, 60],
    ['an hour', 75, 60],
    ['an hour', 48 * 60, 60],
  ])('after %s when its oldest event is %d minutes old', (_, age, delay) => {
    expect(delayOf(age * minute)).toBe(delay * minute);
  });

  test('after a minute at least and an hour at most, whatever its events', () => {
    fc.assert(
      fc.property(fc.array(ages), (several) => {
        expect(delayOf(...several)).toBeGreaterThanOrEqual(minute);
        expect(delayOf(...several)).toBeLessThanOrEqual(60 * minute);
      }),
    );
  });

  test('by its oldest event, in whatever order they stand', () => {
    fc.assert(
      fc.property(fc.array(ages, { minLength: 1 }), (several) => {
        expect(delayOf(...several)).toBe(delayOf(Math.max(...several)));
      }),
    );
  });

  test('never sooner when it is older', () => {
    fc.assert(
      fc.property(ages, ages, (one, more) => {
        expect(delayOf(one + more)).toBeGreaterThanOrEqual(delayOf(one));
      }),
    );
  });

  test('after twice the delay of the time before, up to the hour', () => {
    fc.assert(
      fc.property(agesUpTo(30 * minute), (age) => {
        fc.pre(age >= minute);
        const ageWhenDue = age + delayOf(age);

        expect(delayOf(ageWhenDue)).toBe(2 * delayOf(age));
      }),
    );
  });

  test('after a minute when its event comes from a clock that is ahead', () => {
    expect(delayOf(-5 * minute)).toBe(minute);
  });

  test('at a time with milliseconds, in UTC', () => {
    expect(nextDue([eventAged(90_001)], at(now))).toBe('2026-11-20T09:31:30.001Z');
  });
});

describe('an event is stuck', () => {
  const dayAgo = 24 * 60 * minute;

  test.each([
    [false, 'for a day', dayAgo],
    [true, 'for longer than a day', dayAgo + 1],
    [false, 'from a clock that is ahead', -minute],
  ])('%p when it is in the outbox %s', (stuck, _, age) => {
    expect(isStuck(eventAged(age), at(now))).toBe(stuck);
  });
});
