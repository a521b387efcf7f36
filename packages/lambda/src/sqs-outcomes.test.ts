import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { combinations, runBatch, timeoutSeconds, type Outcome } from './testing/outcomes.ts';

const modes = [
  ['all at once', true],
  ['in turns', false],
] as const;

/** Runs every batch; gives those in which something else was acknowledged than what was processed or put aside. */
const wronglyAcknowledged = async (
  batches: readonly (readonly Outcome[])[],
  circumstances: Parameters<typeof runBatch>[1],
) => {
  const runs = await Promise.all(batches.map((outcomes) => runBatch(outcomes, circumstances)));
  return batches.filter((_, index) => {
    const { acknowledged = [], processed = [], deadLetters = [] } = runs[index] ?? {};
    return acknowledged.join() !== [...processed, ...deadLetters].toSorted().join();
  });
};

describe.each(modes)('In a batch that is processed %s', (_, inParallel) => {
  test('exactly what was processed is acknowledged, in each of the 1,024 outcomes of ten messages', async () => {
    const batches = combinations(['done', 'fails'], 10);

    const runs = await Promise.all(batches.map((outcomes) => runBatch(outcomes, { inParallel })));

    const done = (outcomes: readonly Outcome[]) =>
      outcomes.flatMap((outcome, index) => (outcome === 'done' ? [String(index)] : []));
    expect(runs).toHaveLength(1_024);
    expect(runs.map(({ processed }) => processed)).toEqual(batches.map(done));
    expect(runs.map(({ acknowledged }) => acknowledged)).toEqual(batches.map(done));
    expect(runs.flatMap(({ deadLetters }) => deadLetters)).toEqual([]);
  });

  test.each([
    ['', {}],
    [', although no wait can be set', { delayFails: true }],
    [', although the dead-letter queue takes none', { deadLetterFails: true }],
    [', although neither works', { delayFails: true, deadLetterFails: true }],
    [', at their last receive', { receiveCount: 5 }],
    [
      ', at their last receive, although nothing works',
      { receiveCount: 5, delayFails: true, deadLetterFails: true },
    ],
  ])(
    'exactly that and the dead letters are, when some of six fail for good%s',
    async (_, queue) => {
      const batches = combinations(['done', 'fails', 'hopeless'], 6);

      const wrong = await wronglyAcknowledged(batches, { ...queue, inParallel });

      expect(batches).toHaveLength(729);
      expect(wrong).toEqual([]);
    },
  );

  test.each([
    ['', {}],
    [', at their last receive', { receiveCount: 5 }],
    [
      ', at their last receive, although nothing works',
      { receiveCount: 5, delayFails: true, deadLetterFails: true },
    ],
  ])('exactly that is, when time ends while some of five are at work%s', async (_, queue) => {
    const batches = combinations(['done', 'fails', 'hangs'], 5);

    const wrong = await wronglyAcknowledged(batches, { ...queue, inParallel });

    expect(batches).toHaveLength(243);
    expect(wrong).toEqual([]);
  });

  test('the answer goes out in time, and what ends after it changes nothing', async () => {
    const batches = combinations(['done', 'fails', 'hangs'], 5);

    const runs = await Promise.all(batches.map((outcomes) => runBatch(outcomes, { inParallel })));
    const before = structuredClone(runs.map(({ response, counts }) => ({ response, counts })));
    await Promise.all(runs.map(({ thaw }) => thaw()));

    expect(Math.max(...runs.map(({ seconds }) => seconds))).toBeLessThan(timeoutSeconds - 1);
    expect(runs.map(({ response, counts }) => ({ response, counts }))).toEqual(before);
    expect(runs.map(({ sleepers }) => sleepers)).toEqual(batches.map(() => 0));
  });
});

test('A batch of ten with any outcomes, receives and faults acknowledges what is done or a dead letter', async () => {
  const outcome = fc.constantFrom<Outcome>('done', 'fails', 'hopeless', 'hangs');
  const circumstances = fc.record({
    inParallel: fc.boolean(),
    receiveCount: fc.integer({ min: 1, max: 6 }),
    delayFails: fc.boolean(),
    deadLetterFails: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(outcome, { maxLength: 10 }), circumstances, async (batch, given) => {
      expect(await wronglyAcknowledged([batch], given)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
