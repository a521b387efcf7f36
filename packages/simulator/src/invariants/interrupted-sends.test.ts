import { sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { aCall, historyOf, start } from '../testing/records.ts';
import type { CallRecord, History } from '../world/history.ts';
import { interruptedSends } from './interrupted-sends.ts';

const aMark = (changes: Partial<CallRecord> = {}) => aCall({ operation: 'UpdateItem', ...changes });

/** What can keep an invocation from marking what it has sent. */
const obstacles: readonly [string, (history: History) => void][] = [
  ['a fault hit the invocation', (history) => history.disturb(1, sampleOrderId)],
  ['the process or its time ended', (history) => void history.deaths.add(1)],
];

const countOf = (
  calls: readonly CallRecord[],
  obstruct: (history: History) => void = () => undefined,
) => {
  const history = historyOf(...calls);
  obstruct(history);
  return interruptedSends(history, sampleOrderId, 'internal-recorded');
};

describe.each(obstacles)('when %s, a send', (_, obstruct) => {
  test.each([
    ['that is marked by the invocation that made it', [aCall(), aMark()]],
    ['that is marked late, within the lease', [aCall(), aMark({ at: start + 30_000 })]],
    ['that SES refused', [aCall({ took: false })]],
    ['of the other function', [aCall({ functionName: 'customer-confirm' })]],
    ['about another order', [aCall({ subject: 'another' })]],
  ])('%s is not cut off', (_case, calls) => {
    expect(countOf(calls, obstruct)).toBe(0);
  });

  test.each([
    ['that is not marked', [aCall()]],
    ['whose mark did not take', [aCall(), aMark({ took: false })]],
    ['that another invocation marked', [aCall(), aMark({ invocation: 2 })]],
    ['before which something was marked', [aCall(), aMark({ at: start - 1 })]],
    ['that was marked after its lease', [aCall(), aMark({ at: start + 30_001 })]],
    ['after which something else was written', [aCall(), aMark({ operation: 'PutItem' })]],
    ['after which another order was marked', [aCall(), aMark({ subject: 'another' })]],
  ])('%s is cut off', (_case, calls) => {
    expect(countOf(calls, obstruct)).toBe(1);
  });
});

describe('a send', () => {
  test('whose answer nobody saw is cut off, marked or not', () => {
    expect(countOf([aCall({ answered: false })])).toBe(1);
    expect(countOf([aCall({ answered: false }), aMark()])).toBe(1);
  });

  test('that is not marked though nothing was in the way is no excuse', () => {
    expect(countOf([aCall()])).toBe(0);
    expect(countOf([aCall()], (history) => history.disturb(1, 'another'))).toBe(0);
    expect(countOf([aCall()], (history) => history.disturb(2, sampleOrderId))).toBe(0);
    expect(countOf([aCall()], (history) => void history.deaths.add(2))).toBe(0);
  });

  test('is cut off as often as it happens', () => {
    const lost = { answered: false };

    expect(countOf([aCall(lost), aCall({ ...lost, invocation: 2, occurrence: 2 })])).toBe(2);
  });

  test.each(['customer-recorded', 'customer-rejected', 'customer-status'] as const)(
    'to a customer is customer-confirm’s: %s',
    (kind) => {
      const history = historyOf(aCall({ functionName: 'customer-confirm', answered: false }));

      expect(interruptedSends(history, sampleOrderId, kind)).toBe(1);
    },
  );

  test('is cut off when the one mark of its batch was for another mail', () => {
    const disturb = (history: History) => history.disturb(1, sampleOrderId);

    expect(countOf([aCall(), aCall({ occurrence: 2 }), aMark()], disturb)).toBe(1);
    expect(countOf([aCall(), aCall({ occurrence: 2 }), aMark(), aMark()], disturb)).toBe(0);
  });
});
