import type { DeadLetter } from '@bbws/audit/dead-letter';
import { OrderId } from '@bbws/domain/identifiers';
import { sampleOrderId } from '@bbws/domain/testing/builders';
import { receivesExhausted } from '@bbws/operator/dead-letters/reason-of';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { aMessage, historyOf } from '../testing/records.ts';
import { lettersWithoutReason } from './dead-letters-say-why.ts';

const aLetter = (changes: Partial<DeadLetter> = {}): DeadLetter => ({
  messageId: 'message-9',
  queue: 'pdf',
  orderId: v.parse(OrderId, sampleOrderId),
  reason: 'RETRIES_EXHAUSTED',
  ...changes,
});

describe('dead-letter-reason', () => {
  test('holds for a letter that a function put aside with a reason', () => {
    expect(lettersWithoutReason(historyOf(), [aLetter()])).toEqual([]);
  });

  test('holds for a message that SQS itself moved: a function was given it under the same id', () => {
    const history = historyOf();
    history.messages.push(aMessage({ messageId: 'message-9', outcome: 'died' }));

    expect(lettersWithoutReason(history, [aLetter({ reason: receivesExhausted })])).toEqual([]);
  });

  test.each([[undefined], [receivesExhausted]])(
    'is broken by a letter of a function whose reason is %s',
    (reason) => {
      const history = historyOf();
      history.messages.push(aMessage({ messageId: 'message-1', outcome: 'died' }));

      expect(lettersWithoutReason(history, [aLetter({ reason })])).toEqual([
        {
          invariant: 'dead-letter-reason',
          orderId: sampleOrderId,
          message: 'a message of pdf was put aside without a reason',
        },
      ]);
    },
  );
});
