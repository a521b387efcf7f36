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
const [confirm, internal] = [{ effect: 'confirm' }, { effect: 'internal' }];

describe('the mails that were not sent', () => {
  test.each([
    ['a record are both', aRecordedOrder(), [], [confirm, internal]],
    ['a rejection are both', aRejectedOrder(), [], [confirm, internal]],
    [
      'a record are those without effect',
      aRecordedOrder(),
      [done('customer-recorded')],
      [internal],
    ],
    [
      'a rejection are not those of a record',
      aRejectedOrder(),
      [done('customer-recorded'), done('internal-rejected')],
      [confirm],
    ],
    ['an order that is only accepted are none', anAcceptedOrder(), [], []],
    [
      'an attempt that died are to be sent',
      aRecordedOrder(),
      [done('internal-recorded'), { name: 'customer-recorded', leaseUntil: 0 } as const],
      [confirm],
    ],
  ])('about %s', (_, order, effects, expected) => {
    expect(mailsNotSent(order, effects)).toEqual(expected);
  });

  const both = [done('customer-recorded'), done('internal-recorded')];
  test.each([
    ['the latest change of status', ['pending', 'pending', 'paid', 'paid'], 'paid', 3],
    ['a change that was undone', ['pending', 'failed', 'pending', 'pending'], 'pending', undefined],
    ['an order as it was recorded', ['pending', 'pending'], 'pending', undefined],
  ])('tell of %s', (_, statuses, status, orderVersion) => {
    const order = aRecordedOrder({ status, statusHistory: historyOf(...statuses) });

    expect(mailsNotSent(order, both)).toEqual(
      orderVersion === undefined ? [] : [{ effect: 'confirm', orderVersion }],
    );
    expect(mailsNotSent(order, [...both, done('customer-status', orderVersion)])).toEqual([]);
  });
});
