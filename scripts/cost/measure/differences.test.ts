import { expect, test } from '@jest/globals';
import { differences } from './differences.ts';

const committed = () => ({
  date: '2026-11-20',
  order: {
    calls: { get: 2 },
    metrics: ['MailsSent'],
    cpuMilliseconds: 4,
    logBytes: 100,
    keptDays: 7,
  },
});
const measured = (changes: object) => ({
  ...committed(),
  order: { ...committed().order, ...changes },
});

test.each([
  ['its day', { ...committed(), date: '2027-01-01' }],
  ['its times', measured({ cpuMilliseconds: 9 })],
  ['a size, by a little', measured({ logBytes: 105 })],
  ['a day, by one', measured({ keptDays: 8 })],
])('a measurement may differ in %s', (_, other) => {
  expect(differences(committed(), other)).toEqual([]);
});

test.each([
  ['a call more', { calls: { get: 3 } }, 'order.calls.get: 3, measured.json says 2'],
  ['another call', { calls: { get: 2, put: 1 } }, 'order.calls.put: 1, measured.json says nothing'],
  ['no call', { calls: {} }, 'order.calls.get: nothing, measured.json says 2'],
  ['another metric', { metrics: ['X'] }, 'order.metrics.0: "X", measured.json says "MailsSent"'],
  [
    'a size that is quite another',
    { logBytes: 120 },
    'order.logBytes: 120, measured.json says 100',
  ],
  ['days', { keptDays: 9 }, 'order.keptDays: 9, measured.json says 7'],
])('%s is told', (_, changes, words) => {
  expect(differences(committed(), measured(changes))).toEqual([words]);
});
