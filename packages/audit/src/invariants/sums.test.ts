import { describe, expect, test } from '@jest/globals';
import { messagesOf, withRecord } from '../testing/breaking.ts';
import { factsAfter } from '../testing/facts.ts';
import { sums } from './sums.ts';

describe('sums', () => {
  test.each([['record'], ['reject'], ['hide']] as const)('are right after %s', (deed) => {
    expect(messagesOf(sums, factsAfter(deed))).toEqual([]);
  });

  test.each([['subtotal'], ['discount'], ['shipping'], ['tax'], ['total']] as const)(
    'are wrong by one cent of the %s',
    (amount) => {
      const facts = withRecord(factsAfter('record'), (order) => ({
        ...order,
        [amount]: order[amount] + 1,
      }));

      expect(messagesOf(sums, facts)).toEqual(['The amounts of the order do not add up.']);
    },
  );

  test('are wrong with a line more', () => {
    const facts = withRecord(factsAfter('record'), (order) => ({
      ...order,
      items: [...order.items, ...order.items.slice(0, 1)],
    }));

    expect(messagesOf(sums, facts)).toHaveLength(1);
  });
});
