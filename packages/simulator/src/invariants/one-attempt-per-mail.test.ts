import { sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { aCall, historyOf } from '../testing/records.ts';
import { repeatedAttempts } from './one-attempt-per-mail.ts';

describe('one-attempt-per-mail', () => {
  test('holds when every send is a first attempt, and other calls are tried again', () => {
    const history = historyOf(
      aCall(),
      aCall({ invocation: 2, occurrence: 2 }),
      aCall({ operation: 'UpdateItem', attempt: 3 }),
    );

    expect(repeatedAttempts(history)).toEqual([]);
  });

  test('is broken by a second attempt, also one that failed', () => {
    const history = historyOf(
      aCall({ took: false, answered: false }),
      aCall({ attempt: 2, took: false }),
    );

    expect(repeatedAttempts(history)).toEqual([
      {
        invariant: 'one-attempt-per-mail',
        orderId: sampleOrderId,
        message: 'internal-notify let the SDK send a mail again',
      },
    ]);
  });
});
