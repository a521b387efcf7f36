import { OrderId } from '@bbws/domain/identifiers';
import { aTenantId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { messagesOf } from '../testing/breaking.ts';
import { factsAfter } from '../testing/facts.ts';
import { recordExists } from './record-exists.ts';

describe('record-exists', () => {
  test('is kept by an order that is stored under the number that was answered', () => {
    const facts = { ...factsAfter('record'), answeredNumber: 'ORD-20261120-00001' };

    expect(messagesOf(recordExists, facts)).toEqual([]);
  });

  test('notices an order without a record', () => {
    const facts = { ...factsAfter('record'), stored: undefined, listing: undefined };

    expect(messagesOf(recordExists, facts)).toEqual(['There is no record of this order.']);
  });

  test('notices another number than was answered', () => {
    const facts = { ...factsAfter(), answeredNumber: 'ORD-20261120-00002' };

    expect(messagesOf(recordExists, facts)).toEqual([
      'The number answered was ORD-20261120-00002, the number stored is ORD-20261120-00001.',
    ]);
  });

  test.each([
    ['order', { orderId: v.parse(OrderId, '11111111-1111-4111-8111-111111111111') }],
    ['tenant', { tenantId: aTenantId('tenant-other') }],
  ])('notices a record that is another %s’s than its key says', (_, changes) => {
    expect(messagesOf(recordExists, { ...factsAfter(), ...changes })).toEqual([
      'The record names another order or tenant than its key.',
    ]);
  });

  test('passes on what is wrong with the form of a record', () => {
    const unreadable = 'An order in the table does not fit its schema at /total: number';
    const facts = { ...factsAfter(), stored: undefined, unreadable };

    expect(messagesOf(recordExists, facts)).toEqual([unreadable]);
  });
});
