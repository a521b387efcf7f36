import {
  aRecordedOrder,
  aRejectedOrder,
  anAcceptedOrder,
  sampleTime,
  sampleWriteId,
} from '@bbws/domain/testing/builders';
import type { EffectName } from '@bbws/dynamo/effect';
import type { EffectFact } from '@bbws/dynamo/list-effects';
import { describe, expect, test } from '@jest/globals';
import { mailsNotSent } from './mails-not-sent.ts';

const historyOf = (...statuses: string[]) =>
  statuses.map((status, index) => ({
    ...{ status, at: sampleTime, by: 'user-sample', version: index + 1, writeId: sampleWriteId },
  }));
const done = (name: EffectName, version?: number): EffectFact => ({
  ...{ name, version, leaseUntil: 0, doneAt: sampleTime },
});
const recorded = (changes: object = {}) =>
  aRecordedOrder({ version: 2, statusHistory: historyOf('pending', 'pending'), ...changes });
const rejected = aRejectedOrder({ version: 2, statusHistory: historyOf('pending', 'failed') });
const [confirm, internal] = [{ effect: 'confirm' }, { effect: 'internal' }];

describe('the mails that were not sent', () => {
  test.each([
    ['a record are both', recorded(), [], [internal, confirm]],
    ['a rejection are both', rejected, [], [internal, confirm]],
    ['a record are those without effect', recorded(), [done('customer-recorded')], [internal]],
    [
      'a rejection are not those of a record',
      rejected,
      [done('customer-recorded'), done('internal-rejected')],
      [confirm],
    ],
    ['an order that is only accepted are none', anAcceptedOrder(), [], []],
    [
      'an order whose customer’s address is refused are the team’s',
      recorded({ customerEmailRefusedAt: sampleTime }),
      [],
      [internal],
    ],
    ['an order that is hidden are none', recorded({ active: false }), [], []],
    [
      'an attempt that died are to be sent',
      recorded(),
      [done('internal-recorded'), { name: 'customer-recorded', leaseUntil: 0 } as const],
      [confirm],
    ],
  ])('about %s', (_, order, effects, expected) => {
    expect(mailsNotSent(order, effects)).toEqual(expected);
  });

  const both = [done('customer-recorded'), done('internal-recorded')];
  test.each([
    ['the latest change of status', ['pending', 'pending', 'paid', 'paid'], 'paid', 3],
    [
      'the last of several changes alone',
      ['pending', 'pending', 'paid', 'processing'],
      'processing',
      4,
    ],
    ['an order as it was recorded', ['pending', 'pending'], 'pending', undefined],
  ])('tell of %s', (_, statuses, status, orderVersion) => {
    const order = aRecordedOrder({ status, statusHistory: historyOf(...statuses) });

    expect(mailsNotSent(order, both)).toEqual(
      orderVersion === undefined ? [] : [{ effect: 'confirm', orderVersion }],
    );
    expect(mailsNotSent(order, [...both, done('customer-status', orderVersion)])).toEqual([]);
  });
});
