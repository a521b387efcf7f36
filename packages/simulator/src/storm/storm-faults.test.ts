import { describe, expect, test } from '@jest/globals';
import { faultKinds, type CallName, type Fault } from '../faults/fault.ts';
import { start } from '../testing/records.ts';
import { stormDeliveries, stormFaults, stormRates, type FaultRates } from './storm-faults.ts';

const hour = 3_600_000;
const names = 20_000;

const aRead = (changes: Partial<CallName> = {}): CallName => ({
  functionName: 'pdf',
  operation: 'GetItem',
  subject: 'order-1',
  occurrence: 1,
  attempt: 1,
  ...changes,
});

const calm: FaultRates = {
  'error-before': 0,
  'error-after': 0,
  throttle: 0,
  'crash-before': 0,
  'crash-after': 0,
  delay: 0,
  late: 0,
  'stale-read': 0,
  whole: 0,
};

/** The faults of the first reads of so many orders. */
const faultsOf = (seed: number, rates: FaultRates = stormRates, count = names) => {
  const plan = stormFaults(seed, rates, start + hour);
  return Array.from({ length: count }, (_, index) =>
    plan(aRead({ subject: `order-${index}` }), start),
  );
};

const shareOf = (faults: readonly (Fault | undefined)[], kind: string): number =>
  faults.filter((fault) => fault?.kind === kind).length / faults.length;

describe('the faults of a storm', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(faultsOf(1, stormRates, 1_000)).toEqual(faultsOf(1, stormRates, 1_000));
    expect(faultsOf(2, stormRates, 1_000)).not.toEqual(faultsOf(1, stormRates, 1_000));
  });

  test('do not depend on the time at which a call is made', () => {
    const plan = stormFaults(1, stormRates, start + hour);
    const reads = Array.from({ length: 1_000 }, (_, index) => aRead({ subject: `order-${index}` }));

    const late = reads.map((read) => plan(read, start + hour - 1));

    expect(late).toEqual(reads.map((read) => plan(read, start)));
  });

  test.each(faultKinds)('come at their rate: %s', (kind) => {
    const lasting = ['error-before', 'error-after', 'throttle'].includes(kind);
    const expected =
      (1 - stormRates.whole) * stormRates[kind] + (lasting ? stormRates.whole / 3 : 0);

    const share = shareOf(faultsOf(1), kind);

    // Three standard deviations.
    const tolerance = 3 * Math.sqrt((expected * (1 - expected)) / names);
    expect(Math.abs(share - expected)).toBeLessThan(tolerance);
  });

  test('hit each attempt for itself', () => {
    const plan = stormFaults(1, { ...calm, throttle: 0.5 }, start + hour);

    const hits = Array.from({ length: 100 }, (_, index) => plan(aRead({ attempt: index }), start));

    expect(shareOf(hits, 'throttle')).toBeGreaterThan(0.3);
    expect(shareOf(hits, 'throttle')).toBeLessThan(0.7);
  });

  test('hit every attempt alike when the call as a whole is to fail', () => {
    const plan = stormFaults(1, { ...calm, whole: 1 }, start + hour);
    const kinds = new Set<string>();

    for (let index = 0; index < 100; index += 1) {
      const read = aRead({ subject: `order-${index}` });
      const [first, ...others] = [1, 2, 3].map((attempt) => plan({ ...read, attempt }, start));
      expect(others).toEqual([first, first]);
      kinds.add(first?.kind ?? 'none');
    }

    expect([...kinds].toSorted()).toEqual(['error-after', 'error-before', 'throttle']);
  });

  test('let a process stand still for longer than any function may take, and end', () => {
    const times = faultsOf(1, { ...calm, delay: 1 }, 1_000).map(
      (fault) => fault?.milliseconds ?? 0,
    );

    expect(Math.min(...times)).toBeGreaterThanOrEqual(4_000);
    expect(Math.max(...times)).toBeLessThan(94_000);
    expect(times.filter((time) => time > 65_000).length).toBeGreaterThan(100);
  });

  test('stop', () => {
    const plan = stormFaults(1, { ...calm, throttle: 1 }, start + hour);

    expect(plan(aRead(), start + hour - 1)).toMatchObject({ kind: 'throttle' });
    expect(plan(aRead(), start + hour)).toBeUndefined();
  });

  test.each([
    [aRead(), true],
    [aRead({ functionName: 'sweeper' }), true],
    [aRead({ functionName: 'create' }), false],
    [aRead({ functionName: 'update' }), false],
    [aRead({ operation: 'UpdateItem' }), false],
    [aRead({ operation: 'Query' }), false],
  ])('make the reads of consumers stale, and nothing else: %j %s', (call, stale) => {
    const plan = stormFaults(1, { ...calm, 'stale-read': 1 }, start + hour);

    expect(plan(call, start)?.kind === 'stale-read').toBe(stale);
  });
});

describe('the deliveries of a storm', () => {
  const deliver = stormDeliveries(1, start + hour, () => start);
  const aDelivery = {
    functionName: 'pdf',
    subject: 'order-1',
    eventType: 'order.recorded',
    receiveCount: 1,
  };
  const planned = Array.from({ length: names }, (_, index) =>
    deliver({ ...aDelivery, subject: `order-${index}` }),
  );

  test.each([
    ['late', planned.filter(({ lateBy }) => lateBy !== undefined)],
    ['again', planned.filter(({ againAfter }) => againAfter !== undefined)],
    ['although they were done', planned.filter(({ keep }) => keep)],
  ])('come %s in three of a hundred cases', (_, bad) => {
    expect(Math.abs(bad.length / names - 0.03)).toBeLessThan(0.004);
  });

  test('come at most ten minutes late', () => {
    for (const { lateBy = 1, againAfter = 1 } of planned) {
      expect(Math.min(lateBy, againAfter)).toBeGreaterThan(0);
      expect(Math.max(lateBy, againAfter)).toBeLessThanOrEqual(600_001);
    }
  });

  test('are the same for the same seed, and others for the next receive', () => {
    const again = stormDeliveries(1, start + hour, () => start);
    const subjects = Array.from({ length: 1_000 }, (_, index) => `order-${index}`);

    expect(subjects.map((subject) => again({ ...aDelivery, subject }))).toEqual(
      planned.slice(0, 1_000),
    );
    expect(
      subjects.map((subject) => again({ ...aDelivery, subject, receiveCount: 2 })),
    ).not.toEqual(planned.slice(0, 1_000));
  });

  test('are good when the storm is over', () => {
    const after = stormDeliveries(1, start + hour, () => start + hour);

    for (let index = 0; index < 1_000; index += 1)
      expect(after({ ...aDelivery, subject: `order-${index}` })).toEqual({});
  });
});
