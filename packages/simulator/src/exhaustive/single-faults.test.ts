import { describe, expect, test } from '@jest/globals';
import { aCall } from '../testing/records.ts';
import {
  nameOfFault,
  planOf,
  pointsOf,
  singleFaults,
  type Point,
  type SingleFault,
} from './single-faults.ts';

const publish: Point = {
  functionName: 'create',
  operation: 'Publish',
  about: 'order',
  occurrence: 1,
};
const read: Point = { functionName: 'pdf', operation: 'GetItem', about: 'order', occurrence: 1 };

const aFault = (changes: Partial<SingleFault> = {}): SingleFault => ({
  ...publish,
  kind: 'error-before',
  attempts: 'every',
  ...changes,
});

describe('the points of a flow', () => {
  test('are its calls, each once however often it was attempted', () => {
    const at = (point: Point, attempt = 1) => ({ ...aCall({ attempt }), ...point });
    const calls = [
      at(publish, 1),
      at(publish, 2),
      at(read),
      at({ ...read, occurrence: 2 }),
      at({ ...read, about: 'request' }),
      at({ ...read, functionName: 'internal-notify' }),
    ];

    expect(pointsOf(calls)).toEqual([
      publish,
      read,
      { ...read, occurrence: 2 },
      { ...read, about: 'request' },
      { ...read, functionName: 'internal-notify' },
    ]);
  });
});

describe('the single faults of a flow', () => {
  test('are every way in which a call can fail, at every point', () => {
    const ways = [
      ['error-before', 'every'],
      ['error-after', 'first'],
      ['error-after', 'every'],
      ['crash-before', 'first'],
      ['crash-after', 'first'],
      ['throttle', 'every'],
      ['late', 'first'],
    ] as const;

    expect(singleFaults([publish, read])).toEqual(
      [publish, read].flatMap((point) =>
        ways.map(([kind, attempts]) => ({ ...point, kind, attempts })),
      ),
    );
  });

  test('have a name each', () => {
    const names = singleFaults([publish, { ...publish, about: 'request' }, read]).map(nameOfFault);

    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('create Publish (order) 1: error-after');
    expect(names).toContain('create Publish (order) 1: error-after, every attempt');
  });
});

describe('the plan of single faults', () => {
  const attempt = (number: number) => ({ ...publish, subject: 'order-1', attempt: number });
  const planWith = (fault: SingleFault) =>
    planOf((subject) => (subject === 'order-1' ? { about: 'order', faults: [fault] } : undefined));

  test.each([
    ['first', [true, false, false]],
    ['every', [true, true, true]],
  ] as const)('hits %s attempt of the call', (attempts, hits) => {
    const plan = planWith(aFault({ attempts }));

    expect([1, 2, 3].map((number) => plan(attempt(number), 0) !== undefined)).toEqual(hits);
  });

  test.each([
    ['function', { functionName: 'update' }],
    ['operation', { operation: 'UpdateItem' }],
    ['occurrence', { occurrence: 2 }],
    ['subject', { subject: 'order-2' }],
  ])('passes over a call of another %s', (_, other) => {
    expect(planWith(aFault())({ ...attempt(1), ...other }, 0)).toBeUndefined();
  });

  test('passes over a call about another thing of the same case', () => {
    const plan = planOf((subject) => ({
      about: subject === 'order-1' ? 'order' : 'request',
      faults: [aFault({ about: 'request' })],
    }));

    expect(plan(attempt(1), 0)).toBeUndefined();
    expect(plan({ ...attempt(1), subject: 'case-1' }, 0)).toBeDefined();
  });

  test('puts in the fault’s kind; what comes late comes when its caller has given up', () => {
    const late = planWith(aFault({ kind: 'late', attempts: 'first' }))(attempt(1), 0);

    expect(late).toEqual({ kind: 'late', milliseconds: 20_000 });
  });
});
