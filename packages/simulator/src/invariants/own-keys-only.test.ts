import { sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { aCall, historyOf } from '../testing/records.ts';
import { foreignCalls } from './own-keys-only.ts';

const tenants = new Map([
  [sampleOrderId, 'tenant-sample'],
  ['order-1', 'tenant-sample'],
]);
const aRead = (tenantId: string | undefined, subject = sampleOrderId) =>
  aCall({ functionName: 'pdf', operation: 'GetItem', subject, tenantId });

describe('own-keys-only', () => {
  test('holds for calls under the tenant of their order, and for those that are nobody’s', () => {
    const history = historyOf(
      aRead('tenant-sample'),
      aRead('tenant-sample', 'order-1'),
      aRead(undefined),
      aRead('tenant-other', 'an order that nobody was answered for'),
    );

    expect(foreignCalls(history, tenants)).toEqual([]);
  });

  test.each([[sampleOrderId], ['order-1']])(
    'is broken by a call under the key of another tenant: %s',
    (subject) => {
      const history = historyOf(aRead('tenant-sample'), aRead('tenant-other', subject));

      expect(foreignCalls(history, tenants)).toEqual([
        {
          invariant: 'own-keys-only',
          orderId: subject,
          message: 'pdf made a GetItem of tenant-sample under tenant-other',
        },
      ]);
    },
  );
});
