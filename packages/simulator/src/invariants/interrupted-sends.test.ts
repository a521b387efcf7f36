import { sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { aCall, historyOf, start } from '../testing/records.ts';
import type { CallRecord } from '../world/history.ts';
import { interruptedSends } from './interrupted-sends.ts';

const aMark = (changes: Partial<CallRecord> = {}) => aCall({ operation: 'UpdateItem', ...changes });
const countOf = (...calls: readonly CallRecord[]) =>
  interruptedSends(historyOf(...calls), sampleOrderId, 'internal-recorded');

describe('a send is no interruption', () => {
  test.each([
    ['that is marked by the invocation that made it', [aCall(), aMark()]],
    ['that is marked late, within the lease', [aCall(), aMark({ at: start + 30_000 })]],
    ['that SES refused', [aCall({ took: false })]],
    ['of the other function', [aCall({ functionName: 'customer-confirm' })]],
    ['about another order', [aCall({ subject: 'another' })]],
  ])('%s', (_, calls) => {
    expect(countOf(...calls)).toBe(0);
  });
});

describe('a send is interrupted', () => {
  test.each([
    ['when it is not marked', [aCall()]],
    ['when its answer was lost', [aCall({ answered: false }), aMark()]],
    ['when the mark did not take', [aCall(), aMark({ took: false })]],
    ['when another invocation marked it', [aCall(), aMark({ invocation: 2 })]],
    ['when what was marked came before it', [aCall(), aMark({ at: start - 1 })]],
    ['when it was marked after its lease', [aCall(), aMark({ at: start + 30_001 })]],
    ['when something else was written', [aCall(), aMark({ operation: 'PutItem' })]],
    ['when another order was marked', [aCall(), aMark({ subject: 'another' })]],
  ])('%s', (_, calls) => {
    expect(countOf(...calls)).toBe(1);
  });

  test('as often as it happened', () => {
    const again = { invocation: 2, occurrence: 2 };

    expect(countOf(aCall(), aCall(again))).toBe(2);
    expect(countOf(aCall(), aCall(again), aMark(again))).toBe(1);
  });

  test.each(['customer-recorded', 'customer-rejected', 'customer-status'] as const)(
    'by customer-confirm for its mails: %s',
    (kind) => {
      const history = historyOf(aCall({ functionName: 'customer-confirm' }));

      expect(interruptedSends(history, sampleOrderId, kind)).toBe(1);
    },
  );
});
