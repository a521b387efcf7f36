import { anEvent, sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { makeHistory } from '../world/history.ts';
import { watchPublished } from './tenant-is-group.ts';

const Message = JSON.stringify(anEvent('order.recorded'));

const breachesAfter = (input: unknown) => {
  const history = makeHistory();
  watchPublished(history, input);
  return history.breaches;
};

describe('tenant-is-group', () => {
  test('holds for a fact whose message group is its tenant', () => {
    expect(breachesAfter({ Message, MessageGroupId: 'tenant-sample' })).toEqual([]);
  });

  test.each([
    ['what is no fact about an order', { Message: 'this is no JSON' }],
    ['what is no message', { TopicArn: 'topic' }],
  ])('says nothing of %s', (_, input) => {
    expect(breachesAfter(input)).toEqual([]);
  });

  test.each([['tenant-other'], [undefined]])(
    'is broken by a fact with the message group %s',
    (MessageGroupId) => {
      expect(breachesAfter({ Message, MessageGroupId })).toEqual([
        {
          invariant: 'tenant-is-group',
          orderId: sampleOrderId,
          message: `a fact was published with the message group ${MessageGroupId ?? 'none'}`,
        },
      ]);
    },
  );
});
