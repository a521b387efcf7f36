import { describe, expect, test } from '@jest/globals';
import { invoiceKeyAt } from './invoice-key.ts';
import { operator } from './order-life.ts';
import type { StatusChange } from './order.ts';
import { aRecordedOrder } from './testing/builders.ts';
import { aHistory } from './testing/history.ts';

const suffixAt = (statusHistory: StatusChange[], version: number) =>
  /order_[0-9a-f-]{36}(.*)\.pdf$/.exec(
    invoiceKeyAt(aRecordedOrder({ statusHistory }), version),
  )?.[1];

describe('the key of an invoice', () => {
  test('is the plain one as first issued, also after the order was hidden and shown', () => {
    const hidden = ['pending', operator] as const;
    const history = aHistory('pending', 'pending', hidden, hidden);

    expect([2, 3, 4].map((version) => suffixAt(history, version))).toEqual(['', '', '']);
  });

  test('has the version of the last change of payment, whatever came after it', () => {
    const history = aHistory('pending', 'pending', 'paid', 'processing', 'completed', 'refunded');

    expect([2, 3, 4, 5, 6].map((version) => suffixAt(history, version))).toEqual([
      '',
      '_v3',
      '_v3',
      '_v3',
      '_v6',
    ]);
  });
});
