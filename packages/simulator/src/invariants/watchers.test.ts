import { anEvent, sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { historyOf } from '../testing/records.ts';
import { watchEffect } from './watchers.ts';

const Message = JSON.stringify(anEvent('order.recorded'));
const personal = { StringValue: 'thandi.sample@example.com' };

describe('a call that AWS has taken', () => {
  test.each([
    ['Publish', { Message }, 'tenant-is-group'],
    [
      'SendMessage',
      { MessageBody: Message, MessageAttributes: { errorName: personal } },
      'dead-letters-are-impersonal',
    ],
  ])('is looked at: %s', (operation, input, invariant) => {
    const history = historyOf();

    watchEffect(history, operation, input);

    expect(history.breaches).toMatchObject([{ invariant }]);
  });

  test('is remembered when it stores an object', () => {
    const history = historyOf();
    const Key = `tenant-sample/orders/order_${sampleOrderId}.pdf`;

    watchEffect(history, 'PutObject', { Key, Body: new TextEncoder().encode('%PDF') });

    expect([...history.stored.keys()]).toEqual([Key]);
  });

  test('is nobody’s business when it is another one', () => {
    const history = historyOf();

    watchEffect(history, 'UpdateItem', { Message, MessageAttributes: { errorName: personal } });

    expect(history.breaches).toEqual([]);
    expect(history.stored.size).toBe(0);
  });
});
