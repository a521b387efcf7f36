import { sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { aDelivered, aReceived } from '../testing/delivered.ts';
import { orderOf } from '../testing/queue.ts';
import { aCall, historyOf } from '../testing/records.ts';
import type { FunctionName } from '../world/functions.ts';
import type { CallRecord } from '../world/history.ts';
import { watchFailed } from './only-failures-return.ts';

type Circumstances = {
  readonly functionName?: FunctionName;
  /** Whether a fault hit the invocation. */
  readonly disturbed?: boolean;
  /** How many messages of the batch are about the same order. */
  readonly sameOrder?: number;
};

/** The breaches after the first message of a batch of two orders was reported as failed. */
const breachesAfter = (
  calls: readonly CallRecord[],
  { functionName = 'internal-notify', disturbed = false, sameOrder = 1 }: Circumstances = {},
) => {
  const history = historyOf(...calls);
  if (disturbed) history.disturb(1, sampleOrderId);
  const batch = [
    ...Array.from({ length: sameOrder }, (_, index) =>
      aReceived(`message-${index + 1}`, sampleOrderId),
    ),
    aReceived('message-other', orderOf(2)),
  ];
  watchFailed({ stage: { history } }, aDelivered(functionName, 'message-1', sampleOrderId), batch);
  return history.breaches;
};

describe('only-failures-return', () => {
  test.each([
    ['whose effect was not made', []],
    ['whose effect was refused', [aCall({ took: false })]],
    ['whose effect was made, and nobody saw the answer', [aCall({ answered: false })]],
    ['whose effect another invocation made', [aCall({ invocation: 2 })]],
    ['when the effect of another order was made', [aCall({ subject: orderOf(2) })]],
    ['when only its lease was taken', [aCall({ operation: 'PutItem' })]],
  ])('holds for a message %s', (_, calls) => {
    expect(breachesAfter(calls)).toEqual([]);
  });

  test('holds for a message whose invocation a fault hit', () => {
    expect(breachesAfter([aCall()], { disturbed: true })).toEqual([]);
  });

  test('holds for one of two messages about an order: one made the effect, the other met its lease', () => {
    expect(breachesAfter([aCall()], { sameOrder: 2 })).toEqual([]);
  });

  test.each([
    ['record-creator', 'UpdateItem'],
    ['pdf', 'UpdateItem'],
    ['internal-notify', 'SendEmail'],
    ['customer-confirm', 'SendEmail'],
  ] as const)(
    'is broken when %s made its effect and reports a failure',
    (functionName, operation) => {
      expect(breachesAfter([aCall({ functionName, operation })], { functionName })).toEqual([
        {
          invariant: 'only-failures-return',
          orderId: sampleOrderId,
          message: `${functionName} made its effect and reported a failure`,
        },
      ]);
    },
  );
});
