import { sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { aDelivered } from '../testing/delivered.ts';
import { aCall, historyOf } from '../testing/records.ts';
import type { CallRecord } from '../world/history.ts';
import { watchRetry } from './retries-are-timed.ts';

/** The breaches after a message was reported as failed by an invocation that made these calls. */
const breachesAfter = (calls: readonly CallRecord[], disturbed = false) => {
  const history = historyOf(...calls);
  if (disturbed) history.disturb(1, sampleOrderId);
  watchRetry({ stage: { history } }, aDelivered('pdf', 'message-1', sampleOrderId));
  return history.breaches;
};

const putOff = aCall({ functionName: 'pdf', operation: 'ChangeMessageVisibility' });

describe('retries-are-timed', () => {
  test('holds for a message that was put off before it was reported', () => {
    expect(breachesAfter([putOff])).toEqual([]);
  });

  test('holds when a fault hit the invocation', () => {
    expect(breachesAfter([], true)).toEqual([]);
  });

  test.each([
    ['was left to SQS', []],
    ['was put off by another invocation', [{ ...putOff, invocation: 2 }]],
    ['was reported while another one was put off', [{ ...putOff, subject: 'another' }]],
  ])('is broken by a message that %s', (_, calls) => {
    expect(breachesAfter(calls)).toEqual([
      {
        invariant: 'retries-are-timed',
        orderId: sampleOrderId,
        message: 'pdf reported a failure and did not put the message off',
      },
    ]);
  });
});
