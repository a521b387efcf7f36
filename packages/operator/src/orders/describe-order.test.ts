import {
  aPayment,
  aRecordedOrder,
  aRejectedOrder,
  anEvent,
  anInvoiceNote,
  sampleTime,
  sampleWriteId,
} from '@bbws/domain/testing/builders';
import type { EffectFact } from '@bbws/dynamo/list-effects';
import { describe, expect, test } from '@jest/globals';
import { describeOrder } from './describe-order.ts';

const change = (version: number, status: string, by: string) => ({
  ...{ version, status, by, at: sampleTime, writeId: sampleWriteId },
});
const sent: EffectFact = {
  ...{ name: 'customer-recorded', leaseUntil: 0, doneAt: sampleTime, messageId: 'ses-1' },
};

describe('an order in words', () => {
  test('tells its way so far and what is still to come', () => {
    const order = aRecordedOrder({
      status: 'paid',
      version: 3,
      statusHistory: [
        change(1, 'pending', 'user-sample'),
        change(2, 'pending', 'system:record-creator'),
        change(3, 'paid', 'operator'),
      ],
      pdf: anInvoiceNote(),
    });
    const effects: EffectFact[] = [
      sent,
      { name: 'customer-status', version: 3, leaseUntil: Date.parse(sampleTime) },
      { name: 'internal-recorded', leaseUntil: 0, doneAt: sampleTime },
    ];

    const lines = describeOrder({
      stored: { order, outbox: [anEvent('order.recorded')], outboxDueAt: sampleTime },
      effects,
      invoiceExists: true,
    });

    expect(lines.join('\n')).toBe(
      `
Order ORD-20261120-00001 (${order.id}) of tenant tenant-sample
  stage     recorded
  status    paid, version 3
  cart      cart-sample
  history     1  ${sampleTime}  pending     a user of the tenant
              2  ${sampleTime}  pending     system:record-creator
              3  ${sampleTime}  paid        operator
  invoice   tenant-sample/orders/order_${order.id}.pdf, of version 2, rendered at ${sampleTime}
  mails     customer-recorded: sent at ${sampleTime}, message ses-1
            customer-status of version 3: not sent; claimed until ${sampleTime}
            internal-recorded: left out at ${sampleTime}, superseded
  outbox    order.recorded of version 2, ${sampleTime}: not known to have arrived
            looked at again from ${sampleTime}
`.trim(),
    );
  });

  test('says that it is hidden and erased, why it was rejected, and that nothing waits', () => {
    const order = aRejectedOrder({ active: false, erasedAt: sampleTime });

    const lines = describeOrder({ stored: { order, outbox: [] }, effects: [] });

    expect(lines).toEqual(
      expect.arrayContaining([
        '  stage     rejected, HIDDEN',
        `  erased    ${sampleTime}`,
        expect.stringContaining('  rejected  CART_NOT_FOUND: '),
        '  invoice   none',
        '  mails     none',
        '  outbox    none',
      ]),
    );
  });

  test('says that its invoice is lost, and its customer’s address refused', () => {
    const order = aRecordedOrder({ pdf: anInvoiceNote(), customerEmailRefusedAt: sampleTime });

    const lines = describeOrder({
      stored: { order, outbox: [] },
      effects: [],
      invoiceExists: false,
    }).join('\n');

    expect(lines).toContain('.pdf, MISSING in the bucket, of version 2');
    expect(lines).toContain(`address was refused at ${sampleTime}`);
  });

  test('names an event in its outbox that newer code wrote', () => {
    const stored = { order: aRecordedOrder(), outbox: [], unknownEvents: [sampleWriteId] };

    const lines = describeOrder({ stored, effects: [] });

    expect(lines.at(-1)).toContain(`outbox    ${sampleWriteId}: written by newer code`);
  });

  test('has nothing personal in it', () => {
    const order = aRecordedOrder({ paymentDetails: aPayment(), status: 'paid' });

    const lines = describeOrder({ stored: { order, outbox: [] }, effects: [sent] }).join('\n');

    const { customerEmail, customerName = '', billingAddress } = order;
    for (const personal of [customerEmail, customerName, billingAddress.street, 'user-sample'])
      expect(lines).not.toContain(personal);
    expect(lines).not.toContain('transaction-sample');
  });
});
