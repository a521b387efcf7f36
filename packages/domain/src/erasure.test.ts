import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { erasedFields, erasedTransactionId } from './erasure.ts';
import { RecordedOrder } from './order.ts';
import { aPayment, aRecordedOrder } from './testing/builders.ts';

describe('An order whose person was erased', () => {
  const order = aRecordedOrder({ paymentDetails: aPayment(), customerVatNumber: '4123456789' });
  const erased = {
    ...order,
    ...erasedFields(order),
    paymentDetails: { ...order.paymentDetails, transactionId: erasedTransactionId },
  };

  test('is an order still', () => {
    expect(v.is(RecordedOrder, erased)).toBe(true);
  });

  test('names the country and nobody', () => {
    const { city, street, province, postalCode, country } = order.billingAddress;
    const { transactionId } = aPayment();
    const words = [
      transactionId,
      order.customerEmail,
      order.customerName,
      order.customerVatNumber,
      city,
      street,
      province,
      postalCode,
    ];

    expect(erased.billingAddress.country).toBe(country);
    for (const word of words) expect(JSON.stringify(erased)).not.toContain(word);
  });

  test('has a VAT number only if it had one', () => {
    expect(erasedFields(aRecordedOrder())).not.toHaveProperty('customerVatNumber');
  });
});
